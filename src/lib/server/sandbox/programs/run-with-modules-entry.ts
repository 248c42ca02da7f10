import { start } from './start.ts';
import { openWithModules } from './with-modules.ts';

openWithModules();
start();

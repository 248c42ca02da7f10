import { start } from './start.ts';
import { openWithoutModules } from './without-modules.ts';

openWithoutModules();
start();

import { startRecording } from './record.ts';
import { openWithModules } from './with-modules.ts';

startRecording(openWithModules());

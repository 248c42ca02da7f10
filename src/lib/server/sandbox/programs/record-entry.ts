import { startRecording } from './record.ts';
import { openWithoutModules } from './without-modules.ts';

startRecording(openWithoutModules());

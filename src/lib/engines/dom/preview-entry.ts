import { servePreview } from './preview-frame.ts';

document.currentScript?.remove();
servePreview();

#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

/** `npm run exercise -- <verb>`: the coach's command, see src/cli. */
const start = fileURLToPath(new URL('../src/cli/start.ts', import.meta.url));
process.argv.splice(2, 0, start);
await import('./run-ts.mjs');

import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { endOf, neverStarted } from './end-of-process.ts';

const ended = { signal: null, stderr: '', outOfMemory: false, killed: false };

test.each([
	['by itself', {}, 'crash'],
	['for its memory', { outOfMemory: true, signal: 'SIGKILL', killed: true }, 'out-of-memory'],
	[
		'by V8, for its memory',
		{ stderr: '# Fatal JavaScript out of memory', signal: 'SIGTRAP' },
		'out-of-memory'
	],
	['by us, for what it wrote', { signal: 'SIGKILL', killed: true }, 'crash'],
	['by a fault of its own', { signal: 'SIGSEGV' }, 'crash'],
	['by an operator', { signal: 'SIGTERM' }, 'engine-failed'],
	['by a machine without memory', { signal: 'SIGKILL' }, 'engine-failed']
] as const)('a process that was ended %s', (_, how, end) => {
	expect(endOf({ ...ended, ...how })).toBe(end);
});

test('a process without pipes is one that did not start, and its error is heard', async () => {
	const child = new EventEmitter();
	const process = neverStarted(child as never);
	expect(await process.ready).toBe(false);
	expect(await process.sandbox.ended).toBe('engine-failed');
	child.emit('error', new Error('spawn EMFILE'));
	await process.closed;
});

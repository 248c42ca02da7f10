import type { SandboxMessage } from '../../engines/harness/protocol.ts';

/** Whether a sandbox said something that has the form of a message; what is in it, `hearRun` judges. */
export const isMessage = (value: unknown): value is SandboxMessage =>
	typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

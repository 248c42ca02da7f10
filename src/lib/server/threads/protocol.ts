import type { RunSetting } from '../../contract/run-setting.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';

/** What a thread is started with. */
export interface ThreadData {
	/** Text of the harness. */
	harness: string;
	harden: boolean;
	/** Null or missing: the stated one. */
	setting?: RunSetting | null;
	/** V8's code of the harness, where it was recorded. */
	code?: Uint8Array | null;
	/** Whether it answers `record` with V8's code of the harness. */
	record?: boolean;
}

/** Thread → host. */
export type ThreadMessage = SandboxMessage | { type: 'code'; code: Uint8Array };

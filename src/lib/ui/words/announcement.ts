import type { RunState } from '../../workspace/run/run-state.ts';
import type { VerdictView } from './verdict.ts';

/**
 * What a screen reader is told of a session: a run in progress only once it lasts, a result always; before the first run,
 * that the code has moved to another engine. Empty where there is nothing new.
 */
export function announcement(
	run: RunState,
	{
		verdict,
		first,
		status,
		lasting,
		moved,
		advice
	}: {
		verdict: VerdictView | null;
		/** What is read first below the verdict; null where there is nothing. */
		first: string | null;
		status: string;
		lasting: boolean;
		moved: string | null;
		/** What stands below a result only now and then, and is worth hearing: that there are hints. */
		advice: string | null;
	}
): string {
	switch (run.kind) {
		case 'idle':
			return moved ?? '';
		case 'queued':
		case 'preparing':
		case 'running':
			return lasting ? status : '';
		case 'done':
			if (!verdict) return status;
			// What can be looked up in its own words need not be said in general ones too.
			return [verdict.title, first, ...(first && verdict.tone !== 'info' ? [] : verdict.sentences), advice]
				.filter(Boolean)
				.join(' – ');
		default:
			return status;
	}
}

import type { FileMap } from '../../contract/exercise.ts';
import { hasFields, isListOf, isRecordOf, isText } from '../../contract/shape.ts';

const isAnswer = hasFields<{ ways: { name: string; submission: FileMap }[] }>({
	ways: isListOf(hasFields({ name: isText, submission: isRecordOf(isText) }))
});

/** The texts of the solution, then those of each other right way; null where they cannot be had. */
export type Solutions = readonly FileMap[] | null;

/** Asks the server, which looks at the work itself first. */
export async function fetchSolutions(
	ask: (url: string, init: RequestInit) => Promise<Response>,
	{ id, hash }: { id: string; hash: string },
	submission: FileMap
): Promise<Solutions> {
	try {
		const response = await ask('/api/solutions', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ exercise: { id, hash }, submission })
		});
		const answer: unknown = response.ok ? await response.json() : null;
		return isAnswer(answer) ? answer.ways.map((way) => way.submission) : null;
	} catch {
		// No network.
		return null;
	}
}

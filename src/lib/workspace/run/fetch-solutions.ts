import type { JsonValue } from '../../contract/json.ts';
import { hasFields, isListOf, isText, type Shape } from '../../contract/shape.ts';
import { WorkspaceFault, type FaultCode } from './fault.ts';

const isRefusal = hasFields({ refused: isText });

/**
 * Why the right ways cannot be had. `busy`: too many ask at once. `never`: this server does not verify the exercise, and will not
 * at another time. `not-passed`: there the work did not pass. `changed`: the exercise was edited. `failed`: our own fault.
 */
export type NoSolutions =
	| Extract<FaultCode, 'offline' | 'unreachable' | 'intercepted' | 'changed'>
	| 'busy'
	| 'never'
	| 'not-passed'
	| 'failed';

/** The server's codes of a refusal. */
const REFUSED: Readonly<Record<string, NoSolutions>> = {
	'too-many-requests': 'busy',
	'queue-full': 'busy',
	'client-full': 'busy',
	unavailable: 'never',
	'not-verified': 'never',
	'not-passed': 'not-passed',
	'exercise-changed': 'changed',
	'unknown-exercise': 'changed'
};
const AWAY: ReadonlySet<string> = new Set(['offline', 'unreachable', 'intercepted'] satisfies FaultCode[]);

/** The solution, then each other right way; or why there are none. */
export type Solutions<S> = { ways: readonly S[] } | { none: NoSolutions };

/**
 * Asks the server, which looks at the work itself first.
 * @param isWork of the exercise's kind
 * @param ask rejects with a `WorkspaceFault` where no answer of ours comes
 */
export async function fetchSolutions<S extends JsonValue>(
	ask: (url: string, init: RequestInit) => Promise<Response>,
	{ id, hash }: { id: string; hash: string },
	submission: S,
	isWork: Shape<S>
): Promise<Solutions<S>> {
	const isAnswer = hasFields<{ ways: { name: string; submission: S }[] }>({
		ways: isListOf(hasFields<{ name: string; submission: S }>({ name: isText, submission: isWork }))
	});
	try {
		const response = await ask('/api/solutions', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ exercise: { id, hash }, submission })
		});
		const answer: unknown = await response.json();
		if (response.ok && isAnswer(answer)) return { ways: answer.ways.map((way) => way.submission) };
		return { none: (isRefusal(answer) && REFUSED[answer.refused]) || 'failed' };
	} catch (error) {
		const code = error instanceof WorkspaceFault ? error.code : 'unknown';
		return { none: AWAY.has(code) ? (code as NoSolutions) : 'failed' };
	}
}

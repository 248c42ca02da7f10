import { openClient, type Answer, type Ask } from './ask.ts';
import type { Target } from './attacks.ts';

const CLIENTS = 60;
/** Between two things that a learner does. */
const THINK_MS = 2000;
/** Of the clients, one in so many has its work checked by the server; the others' browsers do it themselves. */
const CHECKED_ON_SERVER = 6;
/** What the server may say to anybody when it has much to do: the page waits as long as it is told, and asks again. */
const LATER = [429, 503];

export const ACTIONS = ['page', 'compile', 'check'] as const;
export type Action = (typeof ACTIONS)[number];
export interface Experience {
	/** Until the answer that was wanted, waiting for one's turn included. */
	ms: Record<Action, number[]>;
	errors: string[];
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function insist(ask: () => Promise<Answer>, until: number): Promise<Answer> {
	const started = performance.now();
	for (;;) {
		const answer = await ask();
		if (!LATER.includes(answer.status) || performance.now() > until)
			return { ...answer, ms: performance.now() - started };
		await wait(1000);
	}
}

const askFor = (action: Action, ask: Ask, { id, hash, path }: Target, solution: string, turn: number) => {
	if (action === 'page') return ask(path);
	// Another text each time: what was compiled before may be remembered.
	const files = { 'main.js': `${solution}\n// ${turn}\n` };
	if (action === 'compile')
		return ask('/api/compile', { files, entry: 'main.js', mocked: [], need: 'worker', packages: [] });
	return ask('/api/verify', {
		exercise: { id, hash },
		mode: 'check',
		submission: files,
		runId: `turn-${turn}`
	});
};

function complaint(action: Action, { status, body }: Answer): string | null {
	if (status !== 200) return `${action}: ${status}`;
	if (action === 'compile' && !body.includes('"ok":true')) return 'compile: not compiled';
	if (action === 'check' && !body.includes('"passed":true')) return 'check: not passed';
	return null;
}

/** Sixty visitors read, write and have their work checked for so long. */
export async function visit(
	origin: string,
	target: Target,
	solution: string,
	durationMs: number
): Promise<Experience> {
	const experience: Experience = { ms: { page: [], compile: [], check: [] }, errors: [] };
	const until = performance.now() + durationMs;
	let turn = 0;
	await Promise.all(
		Array.from({ length: CLIENTS }, async (_, index) => {
			const client = openClient(origin, `127.0.1.${index + 1}`);
			const last: Action = index % CHECKED_ON_SERVER === 0 ? 'check' : 'compile';
			const actions: readonly Action[] = ['page', 'compile', last];
			await wait((THINK_MS * index) / CLIENTS);
			for (let step = 0; performance.now() < until; step++) {
				const action = actions[step % actions.length]!;
				const number = ++turn;
				const answer = await insist(() => askFor(action, client.ask, target, solution, number), until);
				experience.ms[action].push(answer.ms);
				const wrong = complaint(action, answer);
				if (wrong) experience.errors.push(wrong);
				await wait(THINK_MS);
			}
			client.close();
		})
	);
	return experience;
}

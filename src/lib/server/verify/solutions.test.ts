import { expect, test } from 'vitest';
import { endpointEvent, openGuard } from '../../../../tests/support/ask-endpoint.ts';
import { LOCALES } from '../../contract/locale.ts';
import type { Exercise } from '../../contract/exercise.ts';
import type { Grade } from '../../contract/grade.ts';
import type { Outcome } from '../../pipeline.ts';
import type { RefusalCode } from '../guard/refusal.ts';
import { solutionsEndpoint } from './solutions.ts';
import { SubmissionRefused, type Submission, type Verifier } from './verify.ts';

const ID = 'programming/x';
const exercise = {
	id: ID,
	hash: 'h',
	manifest: { kind: 'code', title: Object.fromEntries(LOCALES.map((one) => [one, 'x'])) },
	start: { 'main.js': 'start', 'data.js': 'data' },
	tests: { 'tests/x.test.js': 'hidden' },
	examples: {},
	solution: { 'main.js': 'the solution' },
	also: [{ name: 'otherwise', files: { 'main.js': 'another way' } }],
	survivors: [],
	wrong: [{ name: 'mistake', files: { 'main.js': 'a mistake' }, fails: ['x'] }]
} as unknown as Exercise;

const sent: Submission[] = [];
const verifierThat = (grade: Partial<Grade> | null): Verifier => ({
	verify: async (submission) => {
		sent.push(submission);
		return { report: {}, tests: [], grade } as unknown as Outcome;
	}
});
const passed = verifierThat({ passed: true, trust: 'verified' });

interface Asked {
	verifier?: Verifier | null;
	body?: object;
	from?: string;
	found?: Exercise | null;
	wait?: number;
}
async function ask({
	verifier = passed,
	body,
	from = 'same-origin',
	found = exercise,
	wait = 0
}: Asked = {}) {
	const request = new Request('https://school.example/api/solutions', {
		method: 'POST',
		headers: { 'sec-fetch-site': from, 'content-type': 'application/json' },
		body: JSON.stringify(body ?? { exercise: { id: ID, hash: 'h' }, submission: { 'main.js': 'mine' } })
	});
	const guard = { ...openGuard, wait: () => wait };
	const catalog = async () => ({ exercise: () => found });
	const server = { guard, verifier: async () => verifier, catalog };
	const response = await solutionsEndpoint(endpointEvent(request, server, {}));
	return {
		status: response.status,
		text: await response.text(),
		cache: response.headers.get('cache-control')
	};
}

test('work that the server finds right itself is answered with the right ways, and nothing else', async () => {
	sent.length = 0;
	const { status, text, cache } = await ask();
	expect(status).toBe(200);
	expect(cache).toBe('no-store');
	expect(JSON.parse(text)).toEqual({
		ways: [
			{ name: 'solution', submission: { 'main.js': 'the solution', 'data.js': 'data' } },
			{ name: 'also/otherwise', submission: { 'main.js': 'another way', 'data.js': 'data' } }
		]
	});
	expect(text).not.toMatch(/hidden|mistake/);
	expect(sent).toMatchObject([
		{ exercise: { id: ID, hash: 'h' }, mode: 'check', submission: { 'main.js': 'mine' } }
	]);
});

const refuses = (code: 'unknown-exercise'): Verifier => ({
	verify: () => Promise.reject(new SubmissionRefused(code))
});
test.each<[string, Asked, number, RefusalCode]>([
	['work that fails', { verifier: verifierThat({ passed: false, trust: 'verified' }) }, 403, 'not-passed'],
	[
		'work of which nobody can be sure',
		{ verifier: verifierThat({ passed: true, trust: 'practised' }) },
		403,
		'not-verified'
	],
	['work without a grade', { verifier: verifierThat(null) }, 403, 'not-passed'],
	['an exercise that there is not', { verifier: refuses('unknown-exercise') }, 404, 'unknown-exercise'],
	['an exercise that was edited meanwhile', { found: { ...exercise, hash: 'h2' } }, 409, 'exercise-changed'],
	[
		'a claim to have passed',
		{ body: { exercise: { id: ID, hash: 'h' }, submission: {}, passed: true } },
		400,
		'body-invalid'
	],
	[
		'another mode',
		{ body: { exercise: { id: ID, hash: 'h' }, submission: {}, mode: 'run' } },
		400,
		'body-invalid'
	],
	['another site', { from: 'cross-site' }, 403, 'other-site'],
	['who asks too often', { wait: 3 }, 429, 'too-many-requests'],
	['a server that runs no code', { verifier: null }, 503, 'unavailable']
])('%s sees no solution, and is told why', async (_what, asked, status, code) => {
	const answer = await ask(asked);
	expect(answer.status).toBe(status);
	expect(JSON.parse(answer.text)).toMatchObject({ refused: code });
	expect(answer.text).not.toMatch(/solution|another way|hidden/);
});

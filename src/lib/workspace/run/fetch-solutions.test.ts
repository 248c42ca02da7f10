import { expect, test } from 'vitest';
import { isRecordOf, isText } from '../../contract/shape.ts';
import { WorkspaceFault, type FaultCode } from './fault.ts';
import { fetchSolutions, type NoSolutions } from './fetch-solutions.ts';

const MINE = { 'main.js': 'mine' };
const asked = (answer: () => Response | Promise<Response>) =>
	fetchSolutions(async () => answer(), { id: 'programming/x', hash: 'h' }, MINE, isRecordOf(isText));

test('the texts of every right way come, in their order', async () => {
	const ways = [
		{ name: 'solution', submission: { 'main.js': 'ours' } },
		{ name: 'also/otherwise', submission: { 'main.js': 'another' } }
	];
	expect(await asked(() => Response.json({ ways }))).toEqual({
		ways: [{ 'main.js': 'ours' }, { 'main.js': 'another' }]
	});
});

test('the work is sent with the version of the exercise that it was written for', async () => {
	let sent: unknown;
	const ask = async (url: string, { body }: RequestInit) => {
		sent = { url, ...(JSON.parse(body as string) as object) };
		return Response.json({ ways: [] });
	};
	await fetchSolutions(ask, { id: 'programming/x', hash: 'h' }, MINE, isRecordOf(isText));
	expect(sent).toEqual({
		url: '/api/solutions',
		exercise: { id: 'programming/x', hash: 'h' },
		submission: MINE
	});
});

test.each<[refused: string, status: number, none: NoSolutions]>([
	['too-many-requests', 429, 'busy'],
	['queue-full', 429, 'busy'],
	['client-full', 429, 'busy'],
	['unavailable', 503, 'never'],
	['not-verified', 403, 'never'],
	['not-passed', 403, 'not-passed'],
	['exercise-changed', 409, 'changed'],
	['unknown-exercise', 404, 'changed'],
	['body-invalid', 400, 'failed']
])('%s (%d) is told as "%s"', async (refused, status, none) => {
	expect(await asked(() => Response.json({ refused }, { status }))).toEqual({ none });
});

test.each<[FaultCode, NoSolutions]>([
	['offline', 'offline'],
	['unreachable', 'unreachable'],
	['intercepted', 'intercepted'],
	['unknown', 'failed']
])('a fault that is "%s" is told as "%s"', async (code, none) => {
	expect(await asked(() => Promise.reject(new WorkspaceFault(code)))).toEqual({ none });
});

test.each<[string, () => Response]>([
	['of something else', () => Response.json({ ways: 'all of them' })],
	['of another kind', () => Response.json({ ways: [{ name: 'solution', submission: [1] }] })],
	['that nobody can read', () => new Response('<html>', { status: 502 })]
])('an answer %s is our own fault', async (_what, answer) => {
	expect(await asked(answer)).toEqual({ none: 'failed' });
});

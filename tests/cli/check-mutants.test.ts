import { afterAll, beforeAll, expect, test } from 'vitest';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { allProblems, openCheckRoots, show, type CheckRoots } from './check-roots.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

/** Nothing looks at trams that come before their time. */
const CLAMPED = `export function minutesLate(planned, came) {
	if (came < planned) return 0;
	return came - planned;
}
`;
const survivors = (...list: object[]): string => JSON.stringify({ survivors: list }, null, '\t');

test('changes of another right way that no test notices are told at their lines, where they are asked for', async () => {
	const root = await roots.newRoot({ 'also/clamped/main.js': CLAMPED });
	expect(allProblems(await roots.check(root))).toEqual([]);
	const found = allProblems(await roots.check(root, { mutants: true }));
	expect(found.map(show)).toEqual(
		Array.from({ length: 3 }, () => 'remark surviving-mutant also/clamped/main.js:2')
	);
	expect(found.map((one) => spoken(one, kinds).message).sort()).toEqual([
		'Every test still passes when "if (came < planned) return 0;" becomes "if (came < planned) ;".',
		'Every test still passes when "if (came < planned) return 0;" becomes "if (came < planned) return 1;".',
		'Every test still passes when "if (came < planned) return 0;" becomes "if (came <= planned) return 0;".'
	]);
});

test('a survivor with a reason is told no more: one change of a line, or all of them', async () => {
	const was = 'if (came < planned) return 0;';
	const one = { was, becomes: 'if (came <= planned) return 0;', because: 'On time is 0 either way.' };
	const all = { was, because: 'The brief knows no early tram.' };
	for (const [accepted, left] of [
		[one, 2],
		[all, 0]
	] as const) {
		const changes = { 'also/clamped/main.js': CLAMPED, 'survivors.json': survivors(accepted) };
		const root = await roots.newRoot(changes);
		expect(allProblems(await roots.check(root, { mutants: true }))).toHaveLength(left);
	}
});

test('a survivor whose line is gone, and one without a reason, are problems of every check', async () => {
	const old = await roots.newRoot({
		'survivors.json': survivors({ was: 'return 2;', because: 'It was so.' })
	});
	expect(allProblems(await roots.check(old)).map(show)).toEqual(['outdated-survivor survivors.json:3']);
	const silent = await roots.newRoot({ 'survivors.json': survivors({ was: 'return 2;' }) });
	expect(allProblems(await roots.check(silent)).map(show)).toEqual(['invalid-field survivors.json:3']);
});

test('a survivor that a test notices today is a problem where mutants are asked for', async () => {
	const root = await roots.newRoot({
		'also/clamped/main.js': CLAMPED,
		'survivors.json': survivors(
			{ was: 'return came - planned;', because: 'It was so.' },
			{ was: 'if (came < planned) return 0;', because: 'The brief knows no early tram.' }
		)
	});
	expect(allProblems(await roots.check(root))).toEqual([]);
	const found = allProblems(await roots.check(root, { mutants: true }));
	expect(found.map(show)).toEqual(['outdated-survivor survivors.json:3']);
	expect(found.map((one) => spoken(one, kinds).message)).toEqual([
		'survivors.json names the line "return came - planned;", and today a test fails when it is changed.'
	]);
});

test('a call that only tries the work out may be anything', async () => {
	const call = 'console.log(minutesLate(5, 12));\n';
	const root = await roots.newRoot({
		'also/with-a-call/main.js': `${CLAMPED.replace(/.*return 0;\n/, '')}\n${call}`
	});
	expect(allProblems(await roots.check(root, { mutants: true }))).toEqual([]);
});

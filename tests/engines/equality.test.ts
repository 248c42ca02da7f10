import { readFileSync } from 'node:fs';
import { afterAll, assert, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { TestResult } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

/** Equality takes what a value is and holds, and what it says of itself for nothing; honest values keep their verdict. */
type Make = () => unknown;
type Liar = readonly [name: string, lie: Make, truth: Make];
const folder = new URL('../fixtures/equality/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const load = (name: string): Promise<unknown> => import(new URL(name, folder).href);
type Ways = Readonly<Record<string, (a: unknown, b: unknown) => unknown>>;
const { comparisons, honest, verdicts } = (await load('honest.js')) as {
	honest: Readonly<Record<string, Make>>;
	comparisons(api: object): Ways;
	verdicts(name: string, compare: Ways[string]): string;
};
const { pretending, hiding, named } = (await load('liars.js')) as {
	pretending: Liar[];
	hiding: Liar[];
	named: (readonly [way: string, ...liar: Liar])[];
};
const ways = comparisons({ expect, assert, vi });
const liars: Readonly<Record<string, readonly Liar[]>> = {
	pretending,
	hiding,
	named: named.map(([, ...liar]) => liar)
};

/** What native Vitest says, in this process. */
function same(way: string, a: unknown, b: unknown): boolean {
	try {
		ways[way]!(a, b);
		return true;
	} catch {
		return false;
	}
}
/** They look at the keys of a value only, so that any Map equals any other: native Vitest's own weakness, which is kept. */
const SHALLOW = ['toContainEqual', 'toHaveProperty', 'toHaveReturnedWith', 'toBeOneOf'];

/** Which lie is told to which comparison; those that natively refuse nothing of the kind are no witnesses. */
const cases = Object.entries(liars).flatMap(([list, entries]) =>
	entries.flatMap(([, lie, truth], index) =>
		Object.keys(ways)
			.filter((way) =>
				list === 'named'
					? way === named[index]![0]
					: !same(way, { ...(lie() as object) }, truth()) && !(list === 'hiding' && SHALLOW.includes(way))
			)
			.map((way) => ({ list, index, way }))
	)
);
const nameOf = ({ list, index, way }: (typeof cases)[number]) =>
	`${list}: ${liars[list]![index]![0]} (${way})`;

const TABLES = ['toEqual', 'toStrictEqual', 'deep.equal'];
/** Deno's URLSearchParams have a key of their own, which chai looks at. */
const DENO_TABLES = TABLES.slice(0, 2);
const RUN_MS = 90_000;
const planOf = (body: string, expected: string[]): Promise<Plan> =>
	makePlan({
		files: { 'main.js': read('liars.js') },
		suite: {
			'tests/honest.js': read('honest.js'),
			'tests/suite.test.js': `import { assert, expect, test, vi } from 'vitest';
				import { comparisons, honest, verdicts } from './honest.js';
				import * as liars from '../start/main.js';
				const ways = comparisons({ expect, assert, vi });
				${body}`
		},
		expected,
		timeMs: RUN_MS
	});

/** Comparisons that know the truth when they see it: chai's know some values by identity only. */
const truthful = cases.filter(({ list, index, way }) => {
	const [, , truth] = liars[list]![index]!;
	return same(way, truth(), truth());
});
const TRUTH = 'truth for ';

/** A test for every lie, which must fail, and one for the truth in its place, which must pass. */
const liarPlan = () =>
	planOf(
		`for (const [{ list, index, way }, name] of ${JSON.stringify(cases.map((one) => [one, nameOf(one)]))})
			test(name, () => ways[way](liars[list][index].at(-2)(), liars[list][index].at(-1)()));
		for (const [{ list, index, way }, name] of ${JSON.stringify(truthful.map((one) => [one, TRUTH + nameOf(one)]))})
			test(name, () => ways[way](liars[list][index].at(-1)(), liars[list][index].at(-1)()));`,
		[...cases.map(nameOf), ...truthful.map((one) => TRUTH + nameOf(one))]
	);

const table = Object.keys(honest).flatMap((name) =>
	TABLES.map((way) => [way, name, verdicts(name, ways[way]!)] as const)
);
/** A test for each honest value, which holds it against all of them. */
const tablePlan = (rows: typeof table) =>
	planOf(
		`test.each(${JSON.stringify(rows)})('%s: %s', (way, name, marks) =>
			expect(verdicts(name, ways[way])).toBe(marks));`,
		rows.map(([way, name]) => `${way}: ${name}`)
	);

test('there are enough lies, most of which native Vitest believes', () => {
	const names = new Set(cases.map(({ list, index }) => `${list} ${index}`));
	expect(names.size).toBeGreaterThanOrEqual(60);
	const believed = cases.filter(({ list, index, way }) => {
		const [, lie, truth] = liars[list]![index]!;
		return same(way, lie(), truth());
	});
	expect(believed.length).toBeGreaterThan(cases.length / 2);
});

describe.each([
	['threads of Node', openNative('worker'), TABLES],
	['the worker engine in Chromium', openWorker, TABLES],
	['processes of Deno', openRemote('worker'), DENO_TABLES]
])('in %s', (_, open: () => Promise<Subject>, tables: string[]) => {
	let subject: Subject;
	beforeAll(async () => {
		subject = await open();
	}, 60_000);
	afterAll(() => subject?.close());
	const run = async (plan: Plan): Promise<readonly TestResult[]> => {
		const { status, runs } = await subject.session.run(plan, { signal: new AbortController().signal });
		expect(status).toBe('ran');
		return runs[0]!.tests;
	};

	test('no comparison believes a value', { timeout: RUN_MS }, async () => {
		const tests = await run(await liarPlan());
		const wrong = tests.filter(({ name, state }) => state !== (name.startsWith(TRUTH) ? 'pass' : 'fail'));
		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	test('honest values have native Vitest’s verdict', { timeout: RUN_MS }, async () => {
		const tests = await run(await tablePlan(table.filter(([way]) => tables.includes(way))));
		expect(tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	});
});

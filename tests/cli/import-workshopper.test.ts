import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForeignExercise, ForeignResult } from '../../src/cli/import/format.ts';
import { workshopperFormat } from '../../src/cli/import/workshopper/format.ts';
import { WrongUse } from '../../src/cli/verb.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNativeSession } from '../support/native-session.ts';

const run = promisify(execFile);
const NAME = 'javascripting';
const VERSION = '2.7.4';
/** SHA-512 of the package as the registry gives it: another content is another collection. */
const INTEGRITY = 'qZdRGYssWBnVMKWSBYv/eqhXTlm4I7Cnusk2eJwtVxjOR2nszr/rNdlMtzgQ2gxyWKiYIBkGcOUXL3/sWTuTHw==';
const cache = fileURLToPath(new URL('../../.cache/collections', import.meta.url));
const never = new AbortController().signal;

const hashOf = async (file: string): Promise<string> =>
	createHash('sha512')
		.update(await readFile(file))
		.digest('base64');

/** The unpacked package; fetched once and kept between runs. */
async function fetchPackage(): Promise<string> {
	const archive = join(cache, `${NAME}-${VERSION}.tgz`);
	const folder = join(cache, `${NAME}-${VERSION}`);
	await mkdir(cache, { recursive: true });
	if ((await hashOf(archive).catch(() => '')) !== INTEGRITY) {
		const { stdout } = await run('npm', [
			'pack',
			`${NAME}@${VERSION}`,
			'--pack-destination',
			cache,
			'--json'
		]);
		expect(stdout).toContain(NAME);
		expect(await hashOf(archive)).toBe(INTEGRITY);
		await rm(folder, { recursive: true, force: true });
	}
	if ((await readFile(join(folder, 'package.json')).catch(() => null)) === null) {
		const fresh = await mkdtemp(join(cache, 'unpacking-'));
		await run('tar', ['xzf', archive, '-C', fresh, '--strip-components=1']);
		await rm(folder, { recursive: true, force: true });
		await rename(fresh, folder);
	}
	return folder;
}

async function readAll(folder: string): Promise<ForeignResult[]> {
	const results: ForeignResult[] = [];
	const session = await openNativeSession();
	for await (const result of workshopperFormat.read(folder, never, { session })) results.push(result);
	return results;
}

/** Nothing here is slow; the machine that runs the tests may be. */
const TIME_MS = 20_000;
const EXPECTED = ['prints the expected text'];

/** States of the tests of an exercise's suite, with these files of a learner. */
async function statesWith(exercise: ForeignExercise, files: FileMap) {
	const { start, solution, tests: suite, entry, need } = exercise;
	const plan = await makePlan({
		files,
		reference: { ...start, ...solution },
		suite,
		entry,
		need,
		expected: EXPECTED,
		timeMs: TIME_MS
	});
	const session = await openNativeSession();
	const report = await session.run(plan, { signal: new AbortController().signal });
	return { status: report.status, tests: report.runs[0]!.tests };
}

describe('javascripting', () => {
	let results: ForeignResult[] = [];
	let exercises: ForeignExercise[] = [];
	const named = (name: string): ForeignExercise => exercises.find((one) => one.name === name)!;
	beforeAll(async () => {
		results = await readAll(await fetchPackage());
		exercises = results.flatMap((result) => (result.ok ? [result.exercise] : []));
	}, 120_000);

	test('all 20 exercises of its menu are read, in its order; the two that were never written are refused', () => {
		expect(exercises.map(({ name }) => name)).toEqual(
			(
				'introduction variables strings string-length revising-strings numbers rounding-numbers number-to-string ' +
				'if-statement for-loop arrays array-filtering accessing-array-values looping-through-arrays objects ' +
				'object-properties object-keys functions function-arguments scope'
			).split(' ')
		);
		expect(results.flatMap((result) => (result.ok ? [] : [`${result.name}: ${result.reason}`]))).toEqual([
			'function-return-values: it is not finished: it has no statement',
			'this: it is not finished: it has no statement'
		]);
	});

	test('every solution passes, and every start fails with what was expected', async () => {
		const left = [...exercises];
		async function work(): Promise<void> {
			for (let exercise = left.pop(); exercise; exercise = left.pop()) {
				const { start, solution, name } = exercise;
				const solved = await statesWith(exercise, { ...start, ...solution });
				expect([name, ...solved.tests.map(({ state }) => state)]).toEqual([name, 'pass']);
				const begun = await statesWith(exercise, start);
				expect([name, begun.status, ...begun.tests.map(({ state }) => state)]).toEqual([name, 'ran', 'fail']);
				expect(begun.tests[0]!.failure?.note).toContain('exactly this text');
			}
		}
		expect(left).toHaveLength(20);
		await Promise.all([work(), work()]);
	}, 120_000);

	test('texts are in three languages, without the command that only the workshop knows', () => {
		for (const { title, brief } of exercises) {
			expect(Object.keys(brief)).toEqual(['en', 'fr', 'nl']);
			expect(Object.keys(title)).toEqual(['en', 'fr', 'nl']);
			for (const text of Object.values(brief)) {
				expect(text.length).toBeGreaterThan(100);
				expect(text).not.toMatch(/^#{1,2} |verify|<\w+>/m);
			}
		}
		expect(named('for-loop').title).toEqual({ en: 'For loop', fr: 'Boucle for', nl: 'For loop' });
	});

	test('the file has the name that the statement gives it, and the licence is kept', () => {
		expect(named('array-filtering')).toMatchObject({
			start: { 'array-filtering.js': '' },
			entry: 'array-filtering.js',
			need: 'worker',
			origin: { source: 'https://github.com/workshopper/javascripting', licence: 'MIT' }
		});
	});

	test.each([
		['the same text, printed in another way', "console.log('[ %d, 4, 6, 8, %s ]', 2, 10)", 'pass'],
		['the same values in another order', 'console.log([4, 2, 6, 8, 10])', 'fail'],
		['a line too many', 'console.log([2, 4, 6, 8, 10]); console.log()', 'fail'],
		['something that is not for the output', 'console.error(1); console.info([2, 4, 6, 8, 10])', 'pass']
	])('%s: as the workshop itself decides', async (_, code, state) => {
		const exercise = named('array-filtering');
		const { tests } = await statesWith(exercise, { [exercise.entry]: code });
		expect(tests.map((one) => one.state)).toEqual([state]);
	});
});

describe('other workshops', () => {
	let folder = '';
	beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'passerelle-workshop-'))));
	afterAll(() => rm(folder, { recursive: true, force: true }));

	async function write(files: Readonly<Record<string, string>>): Promise<void> {
		for (const [path, text] of Object.entries(files)) {
			await mkdir(join(folder, path, '..'), { recursive: true });
			await writeFile(join(folder, path), text);
		}
	}

	test('each exercise is read or refused in one line, whatever is wrong with the others', async () => {
		await write({
			'menu.json': '["FINE", "NODE", 7, "GONE"',
			'problems/fine/problem.md': '# Say hello\n\nMake `hello.js`.',
			'solutions/fine/index.js': "console.log('hello')\nconsole.log({ a: [1, 'b'], c: null })\n",
			'problems/node/problem.md': 'Print where you are.',
			'solutions/node/index.js': "const path = require('path')\nconsole.log(path.posix.join('a', 'b'))\n",
			'problems/silent/problem.md': 'Say nothing.',
			'solutions/silent/index.js': 'const a = 1\n',
			'problems/broken/problem.md': 'Break.',
			'solutions/broken/index.js': 'const const\n',
			'problems/throws/problem.md': 'Throw.',
			'solutions/throws/index.js': 'nothing()\n',
			'problems/bare/problem.md': 'No solution.'
		});
		const results = await readAll(folder);
		const lines = results.map((result) =>
			result.ok ? `${result.exercise.name} ${result.exercise.need}` : `${result.name}: ${result.reason}`
		);
		expect(lines).toEqual([
			'bare: it has no solution (solutions/<name>/index.js, or exercises/<name>/solution/solution.js)',
			expect.stringMatching(/^broken: its solution does not run here: [^\n]+$/),
			'fine worker',
			'node node',
			'silent: its solution prints nothing, and only what is printed is compared',
			'throws: its solution does not run here: nothing is not defined'
		]);
		for (const result of results) {
			if (!result.ok) continue;
			const { start, solution } = result.exercise;
			const solved = await statesWith(result.exercise, { ...start, ...solution });
			const begun = await statesWith(result.exercise, start);
			expect([solved.tests[0]!.state, begun.tests[0]!.state]).toEqual(['pass', 'fail']);
		}
	}, 120_000);

	test('a folder that is no workshop is a wrong use of the command', async () => {
		await expect(readAll(join(folder, 'problems'))).rejects.toThrow(WrongUse);
		await expect(readAll(join(folder, 'nowhere'))).rejects.toThrow('is no workshop');
	});
});

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAll } from '../../src/cli/check/check-all.ts';
import type { ForeignResult } from '../../src/cli/import/format.ts';
import { FORMATS } from '../../src/cli/import/formats.ts';
import { importCollection } from '../../src/cli/import/import-collection.ts';
import { openSetup, type Setup } from '../../src/cli/setup.ts';
import { WrongUse } from '../../src/cli/verb.ts';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { PROBLEM_CODES, type Problem } from '../../src/lib/contract/problem.ts';
import { chance } from '../../src/lib/engines/harness/setting/chance.ts';
import { parseExercise } from '../../src/lib/exercise/parse-exercise.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { SOURCES } from './foreign-sources.ts';
import { times } from '../support/thorough.ts';
import { mutateFiles, pick, type Files } from './mutate-files.ts';

const EXERCISES = 'exercises';
const ids = readdirSync(join(EXERCISES, 'programming')).map((slug) => `programming/${slug}`);

function readFiles(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	return new Map(
		entries.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			return [file.slice(folder.length + 1), readFileSync(file)];
		})
	);
}
const originals = new Map(ids.map((id) => [id, readFiles(join(EXERCISES, id))]));

/** Folders with accidents: read, and checked with their engines. */
const FOLDERS = times(400, 1400);
const CHECKED = times(24, 100);

/** What a coach reads must be a sentence about the folder, never the inside of our program. */
const INSIDE = /\n\s+at |node:internal|src\/(?:cli|lib)\/|\[object Object\]/;

function expectReadable(problems: readonly Problem[], seed: number): void {
	for (const { code, file, line, message, fix } of problems.map((one) => spoken(one, kinds))) {
		expect(PROBLEM_CODES, `seed ${seed}`).toContain(code);
		expect(file, `seed ${seed}`).not.toBe('');
		expect(`${message} ${fix}`, `seed ${seed}`).not.toMatch(INSIDE);
		expect(message.length, `seed ${seed}: ${message.slice(0, 80)}`).toBeLessThan(2000);
		expect(fix, `seed ${seed}`).not.toBe('');
		if (line !== undefined) expect(line, `seed ${seed}`).toBeGreaterThan(0);
	}
}

/** Writes what a file system can hold of these files, below `folder` and nowhere else. */
async function writeFiles(folder: string, files: Files): Promise<void> {
	for (const [path, content] of files) {
		const file = join(folder, path);
		if (!file.startsWith(folder + sep) || path.includes('\\') || path.length > 200) continue;
		try {
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, content);
		} catch {
			// A file stands where a folder should be: two names that cannot live together.
		}
	}
}

const never = () => new AbortController().signal;
let temporary = '';
let setup: Setup;
beforeAll(async () => {
	temporary = await mkdtemp(join(tmpdir(), 'passerelle-accidents-'));
	setup = { ...(await openSetup('native', never())), results: join(temporary, 'results') };
}, 60_000);
afterAll(async () => {
	await setup?.dispose();
	await rm(temporary, { recursive: true, force: true });
});

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('folders with accidents', () => {
	test('many of them: an exercise, or problems that say where and what to do', () => {
		let broken = 0;
		for (let seed = 0; seed < FOLDERS; seed++) {
			const random = chance(seed);
			const id = pick(random, ids);
			const parsed = parseExercise(id, mutateFiles(random, originals.get(id)!), { hash, kinds: kinds.all });
			if (parsed.ok) continue;
			broken += 1;
			expect(parsed.problems.length, `seed ${seed}`).toBeGreaterThan(0);
			expectReadable(parsed.problems, seed);
		}
		expect(broken).toBeGreaterThan(FOLDERS / 3);
		expect(broken).toBeLessThan(FOLDERS * 0.96);
	});

	test(
		'some of them checked, engines and all: problems and remarks, never an exception',
		{ timeout: 240_000 },
		async () => {
			const root = join(temporary, 'exercises');
			const seeds = Array.from({ length: CHECKED }, (_, index) => 5000 + index);
			// Not the ones with pages and Node: their runs are long, and the accidents are the same.
			const short = ids.filter((id) => !/dom|node/.test(engineOf(id)));
			for (const seed of seeds) {
				const random = chance(seed);
				await writeFiles(
					join(root, `accidents/n${seed}`),
					mutateFiles(random, originals.get(pick(random, short))!)
				);
			}
			const exercises = seeds.map((seed) => ({ root, id: `accidents/n${seed}` }));
			const checked = await checkAll({ targets: { exercises, roots: [root] }, setup, signal: never() });
			expect(checked.exercises).toHaveLength(seeds.length);
			for (const [index, { problems }] of checked.exercises.entries())
				expectReadable(problems, seeds[index]!);
			expect(
				checked.exercises.filter(({ problems }) => problems.some(({ remark }) => !remark)).length
			).toBeGreaterThan(CHECKED / 2);
			for (const { problems } of checked.maps) expectReadable(problems, -1);
		}
	);
});

function engineOf(id: string): string {
	const manifest = originals.get(id)!.get('exercise.json');
	return (JSON.parse(new TextDecoder().decode(manifest as Uint8Array)) as { need: string }).need;
}

/** A refusal stands on one line of a report. */
function expectRefusal(result: ForeignResult, seed: number): void {
	if (result.ok) return;
	expect(result.reason, `seed ${seed}`).not.toMatch(INSIDE);
	expect(result.reason, `seed ${seed}`).not.toContain('\n');
	expect(result.reason.length, `seed ${seed}: ${result.reason.slice(0, 80)}`).toBeGreaterThan(5);
	expect(result.reason.length, `seed ${seed}: ${result.reason.slice(0, 80)}`).toBeLessThan(600);
}

describe.each([
	['exercism', times(40, 130), times(2, 5)],
	['jest', times(50, 190), times(2, 5)],
	['dodona', times(40, 150), times(2, 5)],
	['workshopper', times(10, 30), times(1, 3)]
] as const)('collections of %s with accidents', (name, count, tried) => {
	test(`${count} of them: read, refused in a line, or said to be none`, { timeout: 120_000 }, async () => {
		const format = await FORMATS[name]!();
		let read = 0;
		for (let seed = 0; seed < count; seed++) {
			const source = join(temporary, `${name}-${seed}`);
			await writeFiles(source, mutateFiles(chance(seed), SOURCES[name]!));
			try {
				for await (const result of format.read(source, never(), { session: setup.session })) {
					read += 1;
					expectRefusal(result, seed);
				}
			} catch (error) {
				expect(error, `seed ${seed}: ${String((error as Error).stack)}`).toBeInstanceOf(WrongUse);
			}
		}
		expect(read).toBeGreaterThan(count);
	});

	test(
		'some of them imported: each exercise is written whole, or refused',
		{ timeout: 120_000 },
		async () => {
			const format = await FORMATS[name]!();
			for (let seed = 0; seed < tried; seed++) {
				const source = join(temporary, `${name}-${seed}`);
				const found: ForeignResult[] = [];
				try {
					for await (const result of format.read(source, never(), { session: setup.session }))
						found.push(result);
				} catch {
					continue;
				}
				const out = join(temporary, `${name}-${seed}-out`);
				const done = await importCollection({
					found,
					out,
					track: 'other',
					force: false,
					setup,
					signal: never()
				});
				expect(done).toHaveLength(found.length);
				for (const { id, reason, outcome } of done) {
					expect([id === null, reason !== null], `seed ${seed}`).toEqual([
						outcome === 'refused',
						outcome === 'refused'
					]);
					expect(reason ?? '', `seed ${seed}`).not.toMatch(INSIDE);
				}
				const written = existsSync(join(out, 'other'))
					? readdirSync(join(out, 'other')).map((slug) => `other/${slug}`)
					: [];
				expect(written.sort()).toEqual(done.flatMap(({ id }) => id ?? []).sort());
			}
		}
	);
});

test('the collections themselves are imported whole', { timeout: 60_000 }, async () => {
	const counts: Record<string, string[]> = {};
	for (const [name, files] of Object.entries(SOURCES)) {
		const source = join(temporary, `${name}-whole`);
		await writeFiles(source, files);
		const found: ForeignResult[] = [];
		for await (const result of (await FORMATS[name]!()).read(source, never(), { session: setup.session }))
			found.push(result);
		const out = join(temporary, `${name}-whole-out`);
		const done = await importCollection({ found, out, track: 'other', force: false, setup, signal: never() });
		counts[name] = done.map(({ id, reason }) => id ?? reason ?? '');
	}
	expect(counts).toEqual({
		exercism: ['other/lamps', 'other/doors'],
		jest: ['other/bells', 'other/keys'],
		workshopper: ['other/greeting', 'other/for-loop'],
		dodona: ['its judge is "pythia", not JavaScript', 'other/sum']
	});
});

import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { Report } from '../../src/lib/contract/report.ts';
import { AMPLE_MS, makePlan } from '../support/make-plan.ts';
import { runInNode, type Outcome } from './language/native.ts';
import { PROGRAMS, REFUSED } from './language/programs.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

const asFiles = (program: string | FileMap): FileMap =>
	typeof program === 'string' ? { 'main.js': program } : program;

const programs = Object.entries(PROGRAMS).flatMap(([kind, all]) =>
	Object.entries(all).map(([name, program]) => ({ name: `${kind}: ${name}`, files: asFiles(program) }))
);

/** The server takes no more files than an exercise may have. */
const MOST_FILES = 20;

type Numbered = { number: number; files: FileMap };

/** Programs in lots, for engines that take only so many files. */
function lots(most: number): Numbered[][] {
	const all: Numbered[][] = [[]];
	let files = 0;
	for (const [number, program] of programs.entries()) {
		const more = Object.keys(program.files).length;
		if (files + more > most) {
			all.push([]);
			files = 0;
		}
		all.at(-1)!.push({ number, files: program.files });
		files += more;
	}
	return all;
}

/** Programs as one exercise, a folder each, and a suite with a test for each. */
const together = (lot: readonly Numbered[]) => ({
	files: Object.fromEntries(
		lot.flatMap(({ files, number }) =>
			Object.entries(files).map(([path, text]) => [`p${number}/${path}`, text])
		)
	),
	entry: `p${lot[0]!.number}/main.js`,
	suite: {
		'tests/all.test.js': `import { test } from 'vitest';\n${lot
			.map(
				({ number }) => `test('p${number}', async () => void (await import('../start/p${number}/main.js')));`
			)
			.join('\n')}`
	}
});

function outcomeOf({ runs }: Report, number: number): Outcome {
	const { console: entries, tests } = runs[0]!;
	const name = `p${number}`;
	const failure = tests.find((one) => one.name === name)?.failure;
	return {
		printed: entries
			.filter((entry) => entry.test === name)
			.flatMap(({ text }) => text.replace(/\n$/, '').split('\n')),
		thrown: failure
			? {
					name: failure.name,
					message: failure.message,
					file: failure.location?.file.replace(/^p\d+\//, '') ?? '',
					line: failure.location?.line ?? 0
				}
			: null
	};
}

let native: Outcome[];
beforeAll(async () => void (native = await runInNode(programs.map(({ files }) => files))), 60_000);

describe.each<[string, () => Promise<Subject>, number]>([
	['threads of Node', openNative('worker'), Infinity],
	['what is around programs of Node', openNative('node'), Infinity],
	['the worker engine in Chromium', openWorker, Infinity],
	['the dom engine in Chromium', openDom('worker'), Infinity],
	['processes of Deno', openRemote('worker'), MOST_FILES]
])('a program does the same as in Node: %s', (_, open: () => Promise<Subject>, most) => {
	let subject: Subject;
	const outcomes: Outcome[] = [];
	beforeAll(async () => {
		subject = await open();
		for (const lot of lots(most)) {
			const plan = await makePlan({ ...together(lot), need: subject.need, timeMs: AMPLE_MS });
			const report = await subject.session.run(plan, { signal: new AbortController().signal });
			for (const { number } of lot) outcomes[number] = outcomeOf(report, number);
		}
	}, 120_000);
	afterAll(() => subject?.close());

	test.each(programs.map(({ name }, number) => [name, number] as const))('%s', (_name, number) => {
		expect(outcomes[number]).toEqual(native[number]);
	});
});

describe('what Node refuses before it runs is refused, at the same line', async () => {
	const refused = Object.entries(REFUSED).map(([name, program]) => ({ name, files: asFiles(program) }));
	const inNode = await runInNode(refused.map(({ files }) => files));
	test.each(refused.map(({ name, files }, number) => [name, files, inNode[number]!] as const))(
		'%s',
		async (_name, files, { thrown }) => {
			expect(thrown?.name).toBe('SyntaxError');
			const source = { files, entry: 'main.js', mocked: [], need: 'worker' as const, packages: [] };
			const result = await compileLearner(esbuild, source);
			const at = result.ok ? null : result.diagnostics[0]?.location;
			expect({ ok: result.ok, line: at?.line }).toEqual({ ok: false, line: thrown?.line });
		}
	);
});

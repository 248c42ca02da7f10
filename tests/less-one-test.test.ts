import { parse } from 'acorn';
import { afterAll, describe, expect, test } from 'vitest';
import { attempt } from '../src/cli/check/attempt.ts';
import { exercisesOfRoot } from '../src/cli/check/targets.ts';
import { artifactStore, openSetup, PROJECT } from '../src/cli/setup.ts';
import { isNode, type Tree } from '../src/lib/compile/is-node.ts';
import type { FileMap } from '../src/lib/contract/exercise.ts';
import { readExercise } from '../src/lib/server/catalog/read-folder.ts';
import { samplesOf } from '../src/lib/kinds/submitted-files.ts';
import type { TestsExercise } from '../src/lib/kinds/write-tests/exercise.ts';

/** Each suite of ours less any one test: never a better score, and what escapes is what only that test had noticed. */
const root = `${PROJECT}/exercises`;
const stop = new AbortController();
const setup = await openSetup('native', stop.signal);
const store = artifactStore(setup, root);
afterAll(() => setup.dispose());

const written = (await exercisesOfRoot(root)).flatMap(({ id }) => {
	const read = readExercise(root, id, { kinds: setup.kinds });
	return read.ok && read.exercise.manifest.kind === 'write-tests' ? [read.exercise as TestsExercise] : [];
});

/** Whether a call is of `test`, `it`, or what they have: `test.each([…])`. */
function isTest(node: unknown): boolean {
	if (!isNode(node)) return false;
	const { type, name, object, callee } = node as Tree & { name?: unknown };
	if (type === 'Identifier') return name === 'test' || name === 'it';
	if (type === 'MemberExpression') return isTest(object);
	return type === 'CallExpression' && isTest(callee);
}

/** A file as often as it has tests, each time without one of them. */
function withoutOne(code: string): string[] {
	const found: { start: number; end: number }[] = [];
	const walk = (value: unknown): void => {
		if (Array.isArray(value)) return value.forEach(walk);
		if (!isNode(value)) return;
		if (value.type === 'ExpressionStatement' && isTest((value as Tree).expression)) found.push(value);
		else Object.values(value).forEach(walk);
	};
	walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
	return found.map(({ start, end }) => code.slice(0, start) + code.slice(end));
}

const LESS_MS = 300_000;

describe.each(written)('$id', (exercise) => {
	const kind = setup.kinds.get(exercise.manifest.kind);
	const run = async (submission: FileMap) => {
		const artifacts = await store.get(exercise);
		return attempt({ exercise, kind, artifacts, session: setup.session, signal: stop.signal }, submission);
	};

	test(
		'less any one test, never a better score',
		async () => {
			const { submission } = samplesOf(exercise).find(({ name }) => name === 'solution')!;
			const whole = await run(submission);
			const all = whole.report.kills!;
			expect(whole.grade?.score).toBe(1);
			let tried = 0;
			for (const [path, code] of Object.entries(submission).filter(([name]) => name.endsWith('.test.js'))) {
				for (const less of withoutOne(code)) {
					const { report, grade } = await run({ ...submission, [path]: less });
					tried++;
					expect(grade!.score).toBeLessThanOrEqual(1);
					if (!report.kills) continue;
					const gone = all.tests.flatMap((name, at) => (report.kills!.tests.includes(name) ? [] : [at]));
					expect(gone.length).toBeGreaterThan(0);
					const escaped = report.kills.bugs.filter(({ state }) => state !== 'caught').map(({ id }) => id);
					const alone = all.bugs
						.filter(({ how, by }) => how !== 'load' && by.every((at) => gone.includes(at)))
						.map(({ id }) => id);
					expect(escaped).toEqual(alone);
				}
			}
			expect(tried).toBeGreaterThan(0);
		},
		LESS_MS
	);
});

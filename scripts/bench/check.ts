import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAll } from '../../src/cli/check/check-all.ts';
import { exercisesOfRoot, type ExercisePlace } from '../../src/cli/check/targets.ts';
import { oneLine } from '../../src/lib/coach-words/problem-words.ts';
import { openSetup, PROJECT, type Setup } from '../../src/cli/setup.ts';
import { figure, type Figures } from './statistics.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';

const ROOT = join(PROJECT, 'exercises');
/** Quick ones of one kind, so that only their number differs. */
const COPIED = 'programming/cafe-till';

/** Seconds that checking takes when nothing is known; throws where an exercise is not right. */
async function seconds(
	setup: Setup,
	exercises: readonly ExercisePlace[],
	signal: AbortSignal
): Promise<number> {
	const { exercises: checked, durationMs } = await checkAll({
		targets: { exercises, roots: [] },
		setup,
		all: true,
		signal
	});
	const wrong = checked.find(({ solutionMs }) => solutionMs === null);
	if (wrong)
		throw new Error(
			`${wrong.id} is not right: ${wrong.problems.map((one) => oneLine(one, kinds)).join(' ')}`
		);
	return durationMs / 1000;
}

/** Writes `count` copies, each with a content of its own: nothing that is known of one is known of another. */
async function writeCopies(folder: string, count: number): Promise<void> {
	for (let index = 0; index < count; index++) {
		const copy = join(folder, `programming/copy-${index}`);
		await cp(join(ROOT, COPIED), copy, { recursive: true });
		const main = join(copy, 'solution/main.js');
		await writeFile(main, `${await readFile(main, 'utf8')}// ${count} ${index}\n`);
	}
}

/**
 * The coach's check with threads of Node: our own exercises checked in a second, compiled and tried; and how much longer
 * one of `many` takes than one of ten (1: the time grows as the number does).
 */
export async function benchCheck(many: number): Promise<Figures> {
	const { signal } = new AbortController();
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-check-'));
	const setup = { ...(await openSetup('native', signal)), results: join(folder, '.results') };
	const fresh = (name: string): Setup => ({ ...setup, suites: join(folder, `.suites-${name}`) });
	try {
		const own = await exercisesOfRoot(ROOT);
		const all = await seconds(fresh('own'), own, signal);
		const each = new Map<number, number>();
		for (const count of [10, many]) {
			const root = join(folder, `root-${count}`);
			await writeCopies(root, count);
			const copies = await exercisesOfRoot(root);
			each.set(count, (await seconds(fresh(String(count)), copies, signal)) / count);
		}
		return {
			'check.per_second': { ...figure([own.length / all], '1/s'), n: own.length },
			[`check.ratio_${many}_10`]: figure([each.get(many)! / each.get(10)!], '×')
		};
	} finally {
		await setup.dispose();
		await rm(folder, { recursive: true, force: true });
	}
}

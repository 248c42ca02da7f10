import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAll, type Checked, type CheckOptions } from '../../src/cli/check/check-all.ts';
import { findTargets } from '../../src/cli/check/targets.ts';
import { openSetup, type Setup } from '../../src/cli/setup.ts';
import type { Problem } from '../../src/lib/contract/problem.ts';
import { ID, LATE_TRAM, MANIFEST, writeLateTramRoot, type Changes } from './late-tram.ts';

export const never = new AbortController().signal;

/** A place for roots with one exercise each, and what checks them. */
export interface CheckRoots {
	folder: string;
	setup: Setup;
	/** A new root; what is changed in its exercise. */
	newRoot(changes?: Changes): Promise<string>;
	check(typed: string, options?: Partial<CheckOptions>): Promise<Checked>;
	close(): Promise<void>;
}

export async function openCheckRoots(): Promise<CheckRoots> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-check-'));
	const setup = { ...(await openSetup('native', never)), suites: join(folder, '.suites') };
	let count = 0;
	return {
		folder,
		setup,
		async newRoot(changes = {}) {
			const root = join(folder, `root-${++count}`);
			await writeLateTramRoot(root, changes);
			return root;
		},
		check: async (typed, options = {}) =>
			checkAll({
				targets: await findTargets([typed], { cwd: folder, env: {} }),
				jobs: 2,
				signal: never,
				...options,
				// What one root's exercise taught is not known of another's.
				setup: { ...(options.setup ?? setup), results: join(folder, `.results-${count}`) }
			}),
		async close() {
			await setup.dispose();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** Every problem that was told, as `code file:line`. */
export const allProblems = ({ exercises, maps }: Checked): Problem[] =>
	[...exercises, ...maps].flatMap(({ problems }) => problems);
export const show = ({ code, remark, file, line }: Problem): string =>
	`${remark ? 'remark ' : ''}${code} ${file.replace(`${ID}/`, '')}${line === undefined ? '' : `:${line}`}`;

/** Other fields of exercise.json; a sentence more in the English brief. */
export const manifest = (more: object): Changes => ({
	'exercise.json': JSON.stringify({ ...MANIFEST, ...more }, null, '\t')
});
export const brief = (text: string): Changes => ({ 'brief.en.md': `${LATE_TRAM['brief.en.md']}\n${text}\n` });

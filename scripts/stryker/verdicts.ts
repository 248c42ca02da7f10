import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { instrument } from '../../src/lib/server/compile/instrument.ts';
import { planOfTests } from '../../tests/support/tested-program.ts';
import type { Subject } from './subject.ts';

/** What became of each mutant: its rule, place and replacement → whether a test noticed it. */
export type Verdicts = ReadonlyMap<string, boolean>;

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const require = createRequire(import.meta.url);
const CORE = dirname(require.resolve('@stryker-mutator/core/package.json'));
const RUNNER = dirname(require.resolve('@stryker-mutator/vitest-runner/package.json'));

interface Place {
	line: number;
	column: number;
}
const key = (name: string, rule: string, start: Place, end: Place, replacement: string): string =>
	`${name} ${rule} ${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;

/** What is read of Stryker's report. */
interface StrykerReport {
	files: Record<
		string,
		{
			mutants: {
				mutatorName: string;
				replacement: string;
				location: { start: Place; end: Place };
				status: string;
			}[];
		}
	>;
}

const NOTICED = ['Killed', 'Timeout'];
const ESCAPED = ['Survived', 'NoCoverage'];

const CONFIG = {
	testRunner: 'vitest',
	plugins: [pathToFileURL(join(RUNNER, 'dist/src/index.js')).href],
	reporters: ['json'],
	jsonReporter: { fileName: 'report.json' },
	coverageAnalysis: 'perTest',
	concurrency: 1,
	allowEmpty: false
};

/**
 * Stryker's own verdicts, by its Vitest runner, one project for all subjects. Throws where it judges a mutant in
 * another way than noticed or not.
 */
export async function strykerVerdicts(subjects: readonly Subject[]): Promise<Verdicts> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-stryker-'));
	try {
		await symlink(MODULES, join(folder, 'node_modules'));
		const mutate: string[] = [];
		const write = (path: string, text: string) => writeFile(join(folder, path), text);
		await write('package.json', '{ "name": "subjects", "type": "module" }');
		await write('vitest.config.js', "export default { test: { include: ['*/*.test.js'] } };");
		for (const { name, program, tests } of subjects) {
			await mkdir(join(folder, name));
			for (const [path, text] of Object.entries({ ...program, 'program.test.js': tests }))
				await write(`${name}/${path}`, text);
			mutate.push(...Object.keys(program).map((path) => `${name}/${path}`));
		}
		await write('stryker.config.json', JSON.stringify({ ...CONFIG, mutate }));
		const run = promisify(execFile);
		await run(process.execPath, [join(CORE, 'bin/stryker.js'), 'run'], {
			cwd: folder
		});
		const { files } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as StrykerReport;
		return new Map(
			Object.entries(files).flatMap(([path, { mutants }]) =>
				mutants.map(({ mutatorName, replacement, location: { start, end }, status }) => {
					if (![...NOTICED, ...ESCAPED].includes(status))
						throw new Error(`Stryker says "${status}" of ${path}:${start.line}`);
					return [key(path, mutatorName, start, end, replacement), NOTICED.includes(status)] as const;
				})
			)
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Our verdicts, out of the kill map of a run. Throws where a test fails on the correct program. */
async function ourVerdicts({ name, program, tests }: Subject, session: EngineSession): Promise<Verdicts> {
	const plan = await planOfTests(program, tests);
	const { kills } = await session.run(plan, { signal: new AbortController().signal });
	if (!kills) throw new Error(`The tests of ${name} do not pass on the correct program`);
	const { mutants } = await instrument(program);
	const state = new Map(kills.bugs.map((bug) => [bug.id, bug.state]));
	const byId = new Map(plan.program!.bugs.map(({ id, active }) => [active, state.get(id)]));
	return new Map(
		mutants.map(({ id, file, rule, start, end, replacement }) => [
			key(`${name}/${file}`, rule, start, end, replacement),
			byId.get(id) === 'caught'
		])
	);
}

export interface Comparison {
	/** Mutants of either. */
	total: number;
	/** How many of them both judge alike. */
	same: number;
	/** The others, and what each says: undefined where it has no such mutant. */
	different: { mutant: string; stryker: boolean | undefined; ours: boolean | undefined }[];
}

/** One subject, mutant by mutant. `stryker`: its verdicts of all subjects. */
export async function compareVerdicts(
	subject: Subject,
	stryker: Verdicts,
	session: EngineSession
): Promise<Comparison> {
	const ours = await ourVerdicts(subject, session);
	const theirs = [...stryker.keys()].filter((mutant) => mutant.startsWith(`${subject.name}/`));
	const all = [...new Set([...theirs, ...ours.keys()])];
	const different = all
		.map((mutant) => ({ mutant, stryker: stryker.get(mutant), ours: ours.get(mutant) }))
		.filter((one) => one.stryker !== one.ours);
	return { total: all.length, same: all.length - different.length, different };
}

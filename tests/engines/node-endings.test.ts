import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { AMPLE_MS, makePlan } from '../support/make-plan.ts';
import { ENDINGS } from './node-endings.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

interface Ending {
	output: string;
	/** Standard error: of Node with stacks, of ours the error's own line. */
	errors: string;
	exitCode: number;
	/** Whether nobody caught an error: Node then ends its standard error with its own version. */
	crashed: boolean;
}

const programs = Object.entries(ENDINGS).map(([name, program], number) => ({
	name,
	folder: `p${number}`,
	files: typeof program === 'string' ? { 'main.js': program } : program
}));
const isModule = (files: FileMap): boolean => /^import |\bexport /m.test(Object.values(files).join('\n'));

/** What Node itself makes of a program. */
async function startInNode(root: string, folder: string, files: FileMap): Promise<Ending> {
	const cwd = join(root, folder);
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(cwd, path)), { recursive: true });
		await writeFile(join(cwd, path), text);
	}
	await writeFile(
		join(cwd, 'package.json'),
		JSON.stringify({ type: isModule(files) ? 'module' : 'commonjs' })
	);
	return new Promise((resolve) => {
		const done = (error: { code?: string | number | null } | null, output: string, errors: string) =>
			resolve({
				output,
				errors,
				exitCode: typeof error?.code === 'number' ? error.code : 0,
				crashed: /\nNode\.js v[\d.]+\s*$/.test(errors)
			});
		execFile(process.execPath, ['main.js'], { cwd }, done);
	});
}

let native: Ending[];
beforeAll(async () => {
	const root = await mkdtemp(join(tmpdir(), 'passerelle-endings-'));
	native = [];
	for (const { folder, files } of programs) native.push(await startInNode(root, folder, files));
	await rm(root, { recursive: true });
}, 120_000);

const all = Object.fromEntries(
	programs.flatMap(({ folder, files }) =>
		Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])
	)
);
const GUARDS = {
	'guards/common.js': `exports.isMain = require.main === module; exports.parent = module.parent;`,
	'guards/module.js': `import { fileURLToPath } from 'node:url'; export const isMain = process.argv[1] === fileURLToPath(import.meta.url);`,
	'main.js': `import { fileURLToPath } from 'node:url'; export const isMain = process.argv[1] === fileURLToPath(import.meta.url);`
};
const SUITE = `import { expect, test } from 'vitest';
import { runProgram } from 'passerelle/program';
import common from '../start/guards/common.js';
import { isMain } from '../start/guards/module.js';
import { isMain as entry } from '../start/main.js';
test('guards', () => expect([common.isMain, common.parent, isMain, entry]).toEqual([false, undefined, false, false]));
for (const folder of ${JSON.stringify(programs.map(({ folder }) => folder))})
	test(folder, async () => { const result = await runProgram(folder + '/main.js'); console.log(JSON.stringify({ ...result, crashed: result.crashed })); });`;

describe.each<[string, () => Promise<Subject>]>([
	['in memory, in a thread of Node', openNative('node')],
	['in memory, in a process of Deno', openRemote('node')],
	['real, in a container played by a stand-in', openWebcontainer]
])('a program that is started ends as in Node: %s', (_, open) => {
	let subject: Subject;
	const endings = new Map<string, Ending>();
	let guards: unknown;
	let status: string;
	beforeAll(async () => {
		subject = await open();
		const plan = await makePlan({
			need: 'node',
			entry: 'main.js',
			files: { ...all, ...GUARDS },
			suite: { 'tests/x.test.js': SUITE },
			expected: ['guards', ...programs.map(({ folder }) => folder)],
			timeMs: AMPLE_MS
		});
		// As it is: a server takes fewer files of a learner.
		const report = await subject.runAsIs(plan);
		const [run] = report.runs;
		status = run!.status;
		guards = run!.tests[0]?.failure ?? run!.tests[0]?.state;
		for (const { test: name, text } of run!.console)
			if (name && text.startsWith('{')) endings.set(name, JSON.parse(text) as Ending);
	}, 120_000);
	afterAll(() => subject?.close());

	test.each(programs.map(({ name, folder }, number) => [name, folder, number] as const))(
		'%s',
		(_name, folder, number) => {
			const { output, exitCode, errors, crashed } = native[number]!;
			const ours = endings.get(folder);
			expect({ output: ours?.output, exitCode: ours?.exitCode, crashed: ours?.crashed }).toEqual({
				output,
				exitCode,
				crashed
			});
			// Each line of ours is in what Node says, which says more.
			for (const line of ours!.errors.split('\n').filter((one) => /^\w*Error: /.test(one)))
				expect(errors).toContain(line);
			if (exitCode === 1 || exitCode === 7) expect(ours!.errors).not.toBe('');
		}
	);

	test('all of them are started in one run', () => expect(status).toBe('ran'));

	test('what a suite imports is not the main module', () => expect(guards).toBe('pass'));
});

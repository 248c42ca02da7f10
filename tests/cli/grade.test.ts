import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handInsOutput } from '../../src/cli/grade/hand-ins.ts';
import { gradeOutput } from '../../src/cli/grade/report.ts';
import { runCommand } from '../../src/cli/main.ts';
import { ID, LATE_TRAM, writeLateTramRoot } from './late-tram.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

let folder: string;
let count = 0;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-grade-'));
	await writeLateTramRoot(join(folder, 'ours'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Grades these files of a learner. */
async function grade(files: Readonly<Record<string, string>>, ...more: string[]) {
	const name = `learner-${++count}`;
	await mkdir(join(folder, name));
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name, path)), { recursive: true });
		await writeFile(join(folder, name, path), text);
	}
	return run(['grade', `ours/${ID}`, '--files', name, '--engine', 'native', ...more]);
}

async function run(args: readonly string[]) {
	const terminal = scriptedTerminal();
	const code = await runCommand(args, terminal, new AbortController().signal, folder);
	return { code, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}

const solution = LATE_TRAM['solution/main.js']!;

test('a solution passes, with all points', async () => {
	const { code, out } = await grade({ 'main.js': solution });
	expect(out).toBe('✓ late > a tram on time\n✓ late > a late tram\n\nPassed: 2 of 2 tests, 10 of 10 points.');
	expect(code).toBe(0);
});

test('a failed test says what its author says', async () => {
	const { code, out } = await grade({ 'main.js': solution.replace('came - planned', '0') });
	expect(out).toContain('✗ late > a late tram\n    Planned 10, came 14: subtract the planned minute.');
	expect(out).toMatch(/Not passed: 1 of 2 tests, 0 of 10 points\.$/);
	expect(code).toBe(1);
});

test('what does not compile says where', async () => {
	const { code, out } = await grade({ 'main.js': 'export function minutesLate( {\n' });
	expect(out).toMatch(/The program does not compile\.\n {2}main\.js:1 {2}Expected/);
	expect(out).toMatch(/Not passed: no test ran, 0 of 10 points\.$/);
	expect(code).toBe(1);
});

test('files that are not taken are named: unknown ones, and those that a learner cannot change', async () => {
	const forged = 'export const stops = ["forged"];\n';
	const { out } = await grade({ 'main.js': solution, 'stops.js': forged, 'notes/a.txt': 'a' }, '--json');
	const { notes, grade: worth, report } = gradeOutput.parse(JSON.parse(out));
	expect(notes).toEqual([
		{ path: 'notes/a.txt', what: 'unknown' },
		{ path: 'stops.js', what: 'not-editable' }
	]);
	expect(worth).toMatchObject({ passed: true, points: 10, trust: 'practised', exercise: { id: ID } });
	expect(report.runs[0]!.tests).toHaveLength(2);
});

test('a link in a submission is not followed', async () => {
	await writeFile(join(folder, 'secret.js'), solution);
	await mkdir(join(folder, 'linked'));
	await symlink(join(folder, 'secret.js'), join(folder, 'linked/main.js'));
	const { code, said } = await run(['grade', `ours/${ID}`, '--files', 'linked', '--engine', 'native']);
	expect(code).toBe(2);
	expect(said).toContain('A learner hands in main.js');
});

test('a folder that is not there is said', async () => {
	const { code, said } = await run(['grade', `ours/${ID}`, '--files', 'gone']);
	expect([code, said]).toEqual([2, `--files: there is no folder ${join(folder, 'gone')}.`]);
});

test('a file that was saved as Windows saves it is read, and said', async () => {
	const bytes = Buffer.from(`\uFEFF${solution}`, 'utf16le');
	await mkdir(join(folder, 'utf16'));
	await writeFile(join(folder, 'utf16/main.js'), bytes);
	await writeFile(join(folder, 'utf16/Thumbs.db'), bytes);
	const { code, out } = await run(['grade', `ours/${ID}`, '--files', 'utf16', '--engine', 'native']);
	expect(out).toMatch(/^main\.js is saved as UTF-16, not as UTF-8; it was read all the same\.\n✓/);
	expect(code).toBe(0);
});

test.each([['Main.js'], ['main.js.txt'], ['sub/main.js'], ['main (1).js']])(
	'%s instead of main.js is named',
	async (path) => {
		const { code, said } = await grade({ [path]: solution });
		expect([code, said]).toEqual([2, expect.stringContaining(` Found ${path}, expected main.js.`)]);
	}
);

describe('a folder of hand-ins', () => {
	beforeAll(async () => {
		const hand = async (name: string, path: string, content: string | Uint8Array): Promise<void> => {
			await mkdir(join(folder, 'class', name), { recursive: true });
			await writeFile(join(folder, 'class', name, path), content);
		};
		await hand('aylin', 'main.js', solution);
		await hand('bram', 'main.js', solution.replace('came - planned', '0'));
		await hand('=cmd, "x"', 'main.js', 'export function minutesLate( {\n');
		await hand('zoë', 'Main.js', solution);
		await writeFile(join(folder, 'class/notes.txt'), 'not a hand-in');
	});
	const all = (...more: string[]) =>
		run(['grade', `ours/${ID}`, '--all', 'class', '--engine', 'native', ...more]);

	test('is a table: a line for each, in the order of their names, and what went wrong first', async () => {
		const { code, out } = await all();
		const lines = out.split('\n');
		expect(lines[0]).toMatch(/^Hand-in +Result +Tests +Points +First fault$/);
		expect(lines[1]).toMatch(/^=cmd, "x" +not passed +0\/0 +0\/10 +The program does not compile: .*$/);
		expect(lines[2]).toMatch(/^aylin +passed +2\/2 +10\/10$/);
		expect(lines[3]).toMatch(/^bram +not passed +1\/2 +0\/10 +late > a late tram: Planned 10, came 14/);
		expect(lines[4]).toMatch(/^zoë +not graded +0\/0 +0\/10 +there is no file of the exercise/);
		expect(lines.at(-1)).toBe('1 of 4 passed, 1 could not be graded.');
		expect(code).toBe(1);
	});

	test('an error that nobody handled is the first fault, also where every test passes', async () => {
		const hand = join(folder, 'lost/eline');
		await mkdir(hand, { recursive: true });
		await writeFile(join(hand, 'main.js'), `${solution}\nPromise.reject(new RangeError('lost'));\n`);
		const { out } = await run(['grade', `ours/${ID}`, '--all', 'lost', '--engine', 'native']);
		expect(out).toMatch(/^eline +not passed .*RangeError: lost/m);
	});

	test('is a CSV file, in which no name is a formula', async () => {
		const { out } = await all('--csv');
		const lines = out.split('\r\n');
		expect(lines).toHaveLength(5);
		expect(lines[0]).toBe(
			'hand_in,result,tests_passed,tests_total,points,max_points,first_fault,notes,tries'
		);
		expect(lines[1]).toMatch(/^"'=cmd, ""x""",not passed,0,0,0,10,/);
		expect(lines[2]).toBe('aylin,passed,2,2,10,10,,,1');
	});

	test('is an object that its schema describes', async () => {
		const { out } = await all('--json');
		const { handIns, exercise } = handInsOutput.parse(JSON.parse(out));
		expect(exercise).toBe(ID);
		expect(handIns.map(({ name, result }) => `${name} ${result}`)).toEqual([
			'=cmd, "x" not passed',
			'aylin passed',
			'bram not passed',
			'zoë not graded'
		]);
	});

	test.each([
		[['--all', 'gone'], '--all: there is no folder'],
		[['--all', 'ours/programming/late-tram/start'], '--all: there is no hand-in in'],
		[['--all', 'class', '--files', 'class'], 'Say which exercise'],
		[['--files', 'class', '--csv'], '--csv is for --all']
	])('%j is no such folder, and it is said why', async (args, why) => {
		const { code, said } = await run(['grade', `ours/${ID}`, ...args, '--engine', 'native']);
		expect([code, said]).toEqual([2, expect.stringContaining(why)]);
	});
});

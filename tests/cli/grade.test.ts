import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/main.ts';
import { PROJECT } from '../../src/cli/setup.ts';
import { parseMap } from '../../src/lib/exercise/parse-map.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const { signal } = new AbortController();
let parent: string;
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'init-'));
	return () => rm(parent, { recursive: true });
});

async function run(args: readonly string[], answers: Readonly<Record<string, string>> = {}) {
	const terminal = scriptedTerminal(answers);
	const code = await runCommand(['init', ...args], terminal, signal, parent);
	return { code, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}

const read = (path: string) => readFile(join(parent, 'content', path), 'utf8');

async function lineOf() {
	const parsed = parseMap(await read('map.json'));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.map.lines[0]!;
}

/** The commands of a workflow with the folder of the project that they run in, in their order. */
function commandsOf(workflow: string): string[] {
	return [...workflow.matchAll(/^ +- run: (.+)\n +working-directory: passerelle$/gm)].map(
		([, line]) => line!
	);
}

function shell(command: string, workspace: string): Promise<{ code: number | null; text: string }> {
	const child = spawn('sh', ['-c', command], {
		cwd: PROJECT,
		env: { ...process.env, GITHUB_WORKSPACE: workspace, INIT_CWD: PROJECT }
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
	return new Promise((done) => child.on('close', (code) => done({ code, text })));
}

test('the commands of its workflow pass on a fresh repository, and not on a broken one', async () => {
	expect((await run(['content', '--yes'])).code).toBe(0);
	const commands = commandsOf(await read('.github/workflows/check.yml'));
	expect(commands[0]).toBe('npm ci');
	expect(commands).toHaveLength(2);
	const command = commands[1]!;
	expect(await shell(command, parent)).toMatchObject({
		code: 0,
		text: expect.stringContaining('1 exercise')
	});
	await writeFile(
		join(parent, 'content/our-track/first/solution/main.js'),
		'export const daysLeft = () => 1;\n'
	);
	const after = await shell(command, parent);
	expect(after.code).toBe(1);
	expect(after.text).toContain('our-track/first/tests/first.test.js');
}, 180_000);

test('its workflow, README and map are well-formed', async () => {
	await run(['content', '--yes', '--track', 'library']);
	for (const path of [
		'.github/workflows/check.yml',
		'README.md',
		'map.json',
		'library/first/exercise.json'
	]) {
		const filepath = join(PROJECT, path);
		const text = await read(path);
		// Prettier rejects what is no YAML or no JSON.
		expect(await check(text, { ...(await resolveConfig(filepath)), filepath }), path).toBe(true);
		expect(text, path).not.toMatch(/\{\{(?:track|id|folder|year)\}\}/);
	}
	const workflow = await read('.github/workflows/check.yml');
	const actions = [...workflow.matchAll(/uses: (.+)/g)].map(([, action]) => action);
	expect(actions.length).toBeGreaterThan(3);
	for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	// Nobody has read the code of a pull request.
	expect(workflow).toContain('--strict --engine remote');
	expect(workflow.match(/persist-credentials: false/g)).toHaveLength(2);
	expect(await read('README.md')).toContain('library/first');
});

test('has a line of its own, a first exercise, a licence and the schemas for editors', async () => {
	const { code, out } = await run(['content', '--yes']);
	expect(code).toBe(0);
	expect(out).toContain('content/our-track/first');
	expect(await lineOf()).toMatchObject({ id: 'our-track', letter: 'O', title: { fr: 'Notre ligne' } });
	const files = await readdir(join(parent, 'content'));
	expect(files).toEqual(
		expect.arrayContaining([
			'.gitignore',
			'LICENSE',
			'README.md',
			'exercise.schema.json',
			'jsconfig.json',
			'map.schema.json',
			'passerelle.d.ts'
		])
	);
	expect(await read('our-track/first/exercise.json')).toContain('"../../exercise.schema.json"');
	expect(await read('LICENSE')).toContain('CC-BY-4.0');
});

test('what the coach says stands on the map; the rest is asked', async () => {
	const answers = {
		'Id of your line': 'library',
		"The line's name in English": 'Library',
		"The line's name in French": 'Bibliothèque'
	};
	expect((await run(['content', '--title-nl', 'Bib'], answers)).code).toBe(0);
	expect(await lineOf()).toMatchObject({
		id: 'library',
		letter: 'L',
		title: { fr: 'Bibliothèque', nl: 'Bib', en: 'Library' }
	});
});

test('"new" adds to it what the coach makes next', async () => {
	await run(['content', '--yes']);
	const terminal = scriptedTerminal();
	const folder = join(parent, 'content/our-track');
	expect(await runCommand(['new', 'our-track/second', '--yes'], terminal, signal, folder)).toBe(0);
	const stations = (await lineOf()).sections.flatMap((section) => section.stations);
	expect(stations.map(({ exercise }) => exercise)).toEqual(['our-track/first', 'our-track/second']);
});

test('a new clone, with only its .git folder, is empty enough', async () => {
	await mkdir(join(parent, 'content/.git'), { recursive: true });
	expect((await run(['content', '--yes'])).code).toBe(0);
});

test.each([
	[['content', '--track', 'programming'], /a line of Passerelle itself/],
	[['content', '--track', 'Our Track'], /for example "our-track"/],
	[['content', '--track', '2023'], /begins with a letter/],
	[['content', '--letter', 'É'], /one letter, A to Z/],
	[[], /Name one folder/],
	[['.'], /is not empty \(used\)/]
])('refuses %j and writes nothing', async (args, sentence) => {
	await mkdir(join(parent, 'used'));
	const { code, said } = await run([...args, '--yes']);
	expect(code).toBe(2);
	expect(said).toMatch(sentence);
	expect(said).not.toContain(basename(PROJECT) + '/src');
	expect(await readdir(parent)).toEqual(['used']);
});

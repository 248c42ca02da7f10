import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compileProgram from 'virtual:passerelle/compile-process';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../../src/cli/main.ts';
import { openPreview } from '../../../src/cli/preview/open-preview.ts';
import { createPreviewCatalog } from '../../../src/cli/preview/preview-catalog.ts';
import type { PublicExercise } from '../../../src/lib/contract/exercise.ts';
import type { JsonValue } from '../../../src/lib/contract/json.ts';
import type { EngineSession } from '../../../src/lib/engines/engine.ts';
import { createRemoteEngine } from '../../../src/lib/engines/remote/remote-engine.ts';
import { code } from '../../../src/lib/kinds/code/kind.ts';
import { createKinds, kinds as siteKinds } from '../../../src/lib/kinds/kinds.ts';
import { runPipeline } from '../../../src/lib/pipeline.ts';
import { openCatalog, type Catalog } from '../../../src/lib/server/catalog/catalog.ts';
import { readExercise } from '../../../src/lib/server/catalog/read-folder.ts';
import { openServer } from '../../../src/lib/server/open-server.ts';
import { collectTestNames, createNativeEngine } from '../../../src/lib/server/threads/native-engine.ts';
import { createVerifier } from '../../../src/lib/server/verify/verify.ts';
import { scriptedTerminal } from '../../cli/scripted-terminal.ts';
import { serveVerify } from '../../engines/subjects/remote.ts';
import { openDenoPool } from '../../support/deno-pool.ts';
import { nodeHarnesses } from '../../support/make-plan.ts';
import { pickOne } from './kind.ts';
import { NAME } from './manifest.ts';
import PickWorkbench from './PickWorkbench.svelte';
import type { PickRunnable } from './runnable.ts';

/** The one registry: what a site would have that has this kind too. */
const kinds = createKinds([code, pickOne]);
const ROOT = fileURLToPath(new URL('exercises', import.meta.url));
const ID = 'choices/right-line';

/** Nothing of this kind is compiled: a call is a fault. */
const compiler = { compile: (): Promise<never> => Promise.reject(new Error('There is nothing to compile')) };
let folder: string;
let catalog: Catalog;
const sessions: Record<string, EngineSession> = {};
let close = async () => {};

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-pick-one-'));
	const harnesses = await nodeHarnesses();
	const pool = await openDenoPool({ warm: { worker: 1, dom: 0, node: 0 } });
	const { collect } = pool;
	catalog = await openCatalog({ roots: [ROOT], harnesses, cache: join(folder, 'suites'), collect, kinds });
	const { server, origin } = await serveVerify(pool, createVerifier({ pool, catalog, compiler, kinds }));
	const { signal } = new AbortController();
	sessions.native = await createNativeEngine(harnesses).boot(signal);
	sessions.remote = await createRemoteEngine({
		url: `${origin}/api/verify`,
		healthUrl: `${origin}/api/health`,
		fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } })
	}).boot(signal);
	close = async () => {
		sessions.native?.dispose();
		server.closeAllConnections();
		server.close();
		await pool.dispose();
	};
}, 180_000);
afterAll(async () => {
	await close();
	await rm(folder, { recursive: true, force: true });
});

/** A copy of the root in which one file of the exercise is another; null: it is not there. */
async function changed(path: string, change: (text: string) => string | null): Promise<string> {
	const copy = await mkdtemp(join(folder, 'changed-'));
	await cp(ROOT, copy, { recursive: true });
	const file = join(copy, ID, path);
	const text = change(await readFile(file, 'utf8').catch(() => ''));
	await mkdir(dirname(file), { recursive: true });
	await (text === null ? rm(file) : writeFile(file, text));
	return copy;
}
const same = (text: string) => text;
const gone = () => null;
const having = (from: string, to: string) => (text: string) => {
	expect(text).toContain(from);
	return text.replace(from, to);
};

const EXERCISE = 'exercise.json';
test.each([
	[
		'names a line that there is not',
		EXERCISE,
		having('"right": 2', '"right": 5'),
		`invalid-field ${EXERCISE}:11`
	],
	['has a line twice', EXERCISE, having('if total == 10', 'if (total = 10)'), `invalid-field ${EXERCISE}:8`],
	['has three lines', EXERCISE, having('\t\t"if total == 10 open();",\n', ''), `invalid-field ${EXERCISE}:5`],
	[
		'has a field of another kind',
		EXERCISE,
		having('"right"', '"entry": "a", "right"'),
		`unknown-field ${EXERCISE}:11`
	],
	[
		'names a kind that there is not',
		EXERCISE,
		having('"pick-one"', '"pick-on"'),
		`invalid-field ${EXERCISE}:4`
	],
	['has no suite', 'tests/line.test.js', gone, 'missing-suite tests/:-'],
	['has a file of another kind', 'start/main.js', () => 'x', 'unknown-file start/main.js:-'],
	['says nothing in Dutch', 'brief.nl.md', gone, 'missing-language brief.nl.md:-']
])('a folder that %s is refused, with file and line', async (_what, path, change, expected) => {
	const read = readExercise(await changed(path, change), ID, { kinds });
	const problems = read.ok ? [] : read.problems;
	const places = problems.map((one) => `${one.code} ${one.file.slice(ID.length + 1)}:${one.line ?? '-'}`);
	expect(places).toEqual([expected]);
});

test('the catalogue lists and serves it: the page’s data has the lines, and nothing of what is right', async () => {
	expect(catalog.problems()).toEqual([]);
	expect(catalog.ids()).toEqual([ID]);
	expect(catalog.pages.home('fr').total).toBe(1);
	const page = (await catalog.publicExercise(ID, 'nl')) as PublicExercise & PickRunnable;
	expect(page).toMatchObject({ kind: NAME, workbench: NAME, title: 'De juiste regel', points: 5 });
	expect(page.lines[1]).toBe('if (total === 10) open();');
	expect(page.briefHtml).toContain('bibliotheek');
	expect(JSON.stringify(page)).not.toMatch(/"right"|toBe\(2\)|gelijktekens en/);
	expect((await catalog.suite(ID, 'hidden', 'nl'))?.translations.tests).toEqual({
		'the line compares': 'de regel vergelijkt'
	});
});

test('a server that is opened with the kind serves it; one without it says which kinds there are', async () => {
	const open = async (more: { kinds?: typeof kinds }) =>
		openServer(
			{ DENO_BIN: '/nowhere/deno', EXERCISES: ROOT, TRUST_EXERCISES: 'yes' },
			{
				harnesses: await nodeHarnesses(),
				compileProgram,
				cache: join(folder, 'server'),
				keepFor: null,
				shown: null,
				log: { warn() {}, error() {} },
				...more
			}
		);
	const server = await open({ kinds });
	expect(await (await server.catalog()).publicExercise(ID, 'en')).toMatchObject({ workbench: NAME });
	await server.dispose();
	const without = await open({});
	const [problem] = (await without.catalog()).problems();
	expect(problem).toMatchObject({
		code: 'invalid-field',
		line: 4,
		params: expect.objectContaining({ issue: expect.stringContaining('"code"') })
	});
	await without.dispose();
});

async function check(engine: string, submission: JsonValue) {
	const exercise = (await catalog.runnable(ID))!;
	return runPipeline(
		{
			mode: 'check',
			runId: 'r1',
			kind: kinds.get(exercise.kind).run,
			exercise,
			submission,
			suite: () => catalog.suite(ID, 'hidden', 'en'),
			signal: new AbortController().signal
		},
		compiler,
		async () => sessions[engine]!
	);
}

test.each([
	['native', 1, 0],
	['native', 2, 5],
	['native', 3, 0],
	['native', 4, 0],
	['remote', 1, 0],
	['remote', 2, 5]
])('%s: line %i is worth %i points', async (engine, line, points) => {
	const { report, tests, grade } = await check(engine, { line });
	expect(report).toMatchObject({ status: 'ran', engine: { id: engine }, runs: [{ id: 'pick' }] });
	expect(tests).toMatchObject([{ name: 'the line compares', state: points > 0 ? 'pass' : 'fail' }]);
	expect(grade).toMatchObject({ passed: points > 0, points, testsTotal: 1, counts: true });
});

/** Each as it would be sent. */
const NO_CHOICES = ['{ "line": 5 }', '{ "line": 1.5 }', '{ "line": "2" }', '{ "line": 2, "passed": true }'];

test.each([...NO_CHOICES, '{ "main.js": "x" }', '[2]', 'null'])(
	'the server refuses what is no choice: %s',
	async (sent) => {
		const { report, grade } = await check('remote', JSON.parse(sent) as JsonValue);
		expect(report).toMatchObject({ status: 'engine-failed', engine: { reason: 'submission-invalid' } });
		expect(grade).toMatchObject({ passed: false, points: 0, counts: false });
	}
);

/** The coach's command, with this kind beside those of the site. */
async function command(...args: string[]) {
	const terminal = scriptedTerminal();
	const exitCode = await runCommand(args, terminal, new AbortController().signal, folder, kinds);
	return { exitCode, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}
const checked = (path: string) => command('check', path, '--engine', 'native', '--trusted');

test('"new --help" names the kinds that there are, and not those of the site', async () => {
	const { exitCode, out } = await command('new', '--help');
	expect(out).toMatch(/--kind code\|pick-one /);
	expect(exitCode).toBe(0);
	expect((await command('help', 'new')).out).toBe(out);
});

test('"check" proves it: the right line passes, and each of the others fails', async () => {
	const { exitCode, out } = await checked(await changed(EXERCISE, same));
	expect(out).toMatch(/^1 exercise, 0 problems, 0 remarks, \d+ runs/);
	expect(exitCode).toBe(0);
});

test('"check" says where a folder that is right in itself is wrong', async () => {
	const copy = await changed(EXERCISE, having('"right": 2', '"right": 3'));
	const { exitCode, out } = await checked(copy);
	expect(out).toMatch(
		/exercise\.json:11 {2}The right line, "if total == 10 open\(\);", fails "the line compares"/
	);
	expect(out).toMatch(/exercise\.json:7 {2}The wrong line "if \(total === 10\) open\(\);" passes/);
	expect(exitCode).toBe(1);
	const broken = await changed('tests/line.test.js', having('expect(input', 'expect((input'));
	expect((await checked(broken)).out).toMatch(/tests\/line\.test\.js:\d+ {2}Expected/);
});

test('"grade" takes the choice as a JSON file', async () => {
	const grade = async (text: string) => {
		await writeFile(join(folder, 'choice.json'), text);
		return command('grade', join(ROOT, ID), '--files', 'choice.json', '--engine', 'native');
	};
	expect(await grade('{ "line": 2 }')).toMatchObject({
		exitCode: 0,
		out: '✓ the line compares\n\nPassed: 1 of 1 tests, 5 of 5 points.'
	});
	const wrong = await grade('{ "line": 1 }');
	expect(wrong.out).toContain('✗ the line compares\n    This line does not compare: count its equals signs');
	expect(wrong.exitCode).toBe(1);
	const none = await grade('{\n\t"line": 7\n}');
	expect(none).toMatchObject({ exitCode: 2, said: expect.stringContaining('choice.json:2  This cannot be') });
	await rm(join(folder, 'choice.json'));
	const nothing = await command('grade', join(ROOT, ID), '--files', 'choice.json', '--engine', 'native');
	expect(nothing).toMatchObject({ exitCode: 2, said: expect.stringContaining('there is no file') });
});

test('"new" writes its template, which is right at once', async () => {
	const root = await changed(EXERCISE, same);
	const made = await command(
		'new',
		'choices/second',
		'--kind',
		NAME,
		'--root',
		root,
		'--points',
		'7',
		'--yes'
	);
	expect(made).toMatchObject({ exitCode: 0, said: '' });
	const read = readExercise(root, 'choices/second', { kinds });
	expect(read).toMatchObject({ ok: true, exercise: { manifest: { kind: NAME, points: 7, right: 2 } } });
	expect(await checked(root)).toMatchObject({
		exitCode: 0,
		out: expect.stringMatching(/^2 exercises, 0 problems/)
	});
	const odd = await command('new', 'choices/third', '--kind', NAME, '--root', root, '--need', 'dom', '--yes');
	expect(odd).toMatchObject({ exitCode: 2, said: expect.stringContaining('--need says nothing about') });
});

test('a preview shows it, with every line to be laid into the workbench', async () => {
	const harnesses = await nodeHarnesses();
	const collect = (from: Parameters<typeof collectTestNames>[1]) => collectTestNames(harnesses, from);
	const preview = await openPreview(join(ROOT, ID), { harnesses, collect, kinds }, join(folder, 'preview'));
	const { problems, layers } = preview.state();
	expect(problems).toEqual([]);
	expect(layers[1]).toEqual({ name: 'line 2', submission: { line: 2 } });
	const page = await createPreviewCatalog(preview).publicExercise(ID, 'fr');
	expect(page).toMatchObject({ workbench: NAME, title: 'La ligne qui compare' });
	await preview.dispose();
});

test('the workbench that the kind names is drawn with the page’s data', async () => {
	const workbenches: Readonly<Record<string, typeof PickWorkbench>> = { [NAME]: PickWorkbench };
	const exercise = (await catalog.publicExercise(ID, 'en')) as PublicExercise & PickRunnable;
	const named = workbenches[exercise.workbench];
	expect(named).toBeDefined();
	const { body } = render(named!, { props: { exercise } });
	expect(body).toContain('The line that compares');
	expect([...body.matchAll(/type="radio"/g)]).toHaveLength(4);
});

test('the site itself has no such kind', () => {
	expect(() => siteKinds.get(NAME)).toThrow('There is no kind');
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReport, type ImportedExercise, type ImportReport } from '../../src/cli/import/report.ts';
import { runCommand } from '../../src/cli/main.ts';
import { oneLine } from '../../src/lib/coach-words/problem-words.ts';
import { parseMap } from '../../src/lib/exercise/parse-map.ts';
import { mapShapeProblems } from '../../src/lib/exercise/map-shape.ts';
import { readExercise } from '../../src/lib/server/catalog/read-folder.ts';
import { scriptedTerminal } from './scripted-terminal.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';

/** A small track: what real ones do, one exercise for each. */
const track: Readonly<Record<string, string>> = {
	'secret.js': 'export const secret = 1;\n',
	'repo/LICENSE': 'MIT License\n\nCopyright somebody\n',
	'repo/config.json': JSON.stringify({
		slug: 'javascript',
		exercises: {
			concept: [{ slug: 'lamps', name: 'Lamps', concepts: ['booleans'] }],
			practice: [
				{ slug: 'lens', name: 'Lens', difficulty: 8, practices: ['objects'] },
				{ slug: 'rewrite-me', name: 'Rewrite me', difficulty: 2 }
			]
		}
	}),
	'concept/lamps/.meta/config.json': JSON.stringify({
		authors: ['ada'],
		files: { solution: ['lamps.js'], test: ['lamps.spec.js'], exemplar: ['.meta/exemplar.js'] }
	}),
	'concept/lamps/.meta/exemplar.js': 'export const isOn = (lamp) => lamp === 1;\n',
	'concept/lamps/.docs/instructions.md': '# Instructions\n\n## 1. On\n\nSay whether it is on.\n',
	'concept/lamps/.docs/hints.md':
		'# Hints\n\n## General\n\n- Use [this][a].\n\n## 1. On\n\n- Compare.\n\n[a]: https://example.org\n',
	'concept/lamps/lamps.js': "throw new Error('Write me');\nexport const isOn = 1;\n",
	'concept/lamps/lamps.spec.js':
		"import { expect, test, xtest } from '@jest/globals';\nimport { isOn } from './lamps';\ntest('one is on', () => expect(isOn(1)).toBe(true));\nxtest('nought is off', () => expect(isOn(0)).toBe(false));\ntest.skip('two', () => {});\n",
	'practice/lens/.meta/config.json': '{ "files": { "solution": ["lens.js"],, }',
	'practice/lens/.meta/proof.ci.js':
		"import { part } from '../part';\nimport { hidden } from './own';\nexport const lens = () => part + hidden;\n",
	'practice/lens/.meta/own.js': 'export const hidden = 2;\n',
	'practice/lens/part.js': 'export const part = 1;\n',
	'practice/lens/.docs/instructions.md': 'Look.\n',
	'practice/lens/lens.js': "import { part } from './part';\nexport const lens = () => undefined;\n",
	'practice/lens/lens.spec.js':
		"import { lens } from './lens';\ntest('sees', () => expect(lens()).toBe(3));\n",
	'practice/rewrite-me/.meta/proof.ci.js': 'module.exports = { two: () => 2 };\n',
	'practice/rewrite-me/.docs/instructions.md': 'Write it better.\n',
	'practice/rewrite-me/rewrite-me.js': 'export const two = () => 1 + 1;\n',
	'practice/rewrite-me/rewrite-me.spec.js':
		"const { two } = require('./rewrite-me');\ntest('two', () => expect(two()).toBe(2));\n",
	'practice/starts/.meta/proof.ci.js': 'export const go = 1;\n',
	'practice/starts/starts.js': '',
	'practice/starts/starts.spec.js':
		"import { spawn } from 'child_process';\nimport { go } from './starts';\ntest('a', () => expect(spawn(go)).toBe(1));\n",
	'practice/wrong-proof/.meta/proof.ci.js': 'export const one = 2;\n',
	'practice/wrong-proof/wrong-proof.js': '',
	'practice/wrong-proof/wrong-proof.spec.js':
		"import { one } from './wrong-proof';\ntest('is one', () => expect(one).toBe(1));\n",
	'practice/reads-out/.meta/proof.ci.js':
		"import { secret } from '../../../../../secret';\nexport const it = secret;\n",
	'practice/reads-out/reads-out.js': '',
	'practice/reads-out/reads-out.spec.js':
		"import { it as one } from './reads-out';\ntest('is one', () => expect(one).toBe(1));\n",
	'practice/Ünsafe $(name)/.meta/proof.ci.js': 'export const ok = 1;\n',
	'practice/Ünsafe $(name)/stub é.js': '',
	'practice/Ünsafe $(name)/stub é.spec.js':
		"import { ok } from './stub é';\ntest('ok', () => expect(ok).toBe(1));\n"
};

let folder = '';
let out = '';
let report: ImportReport;

async function run(...args: string[]): Promise<{ code: number; printed: string; said: string }> {
	const terminal = scriptedTerminal();
	const code = await runCommand(['import', ...args], terminal, new AbortController().signal, folder);
	return { code, printed: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}

const one = (name: string): ImportedExercise => report.exercises.find((exercise) => exercise.name === name)!;
const text = (path: string): string => readFileSync(join(out, path), 'utf8');
const manifest = (slug: string) =>
	JSON.parse(text(`exercism/${slug}/exercise.json`)) as Record<string, unknown>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-import-'));
	out = join(folder, 'out');
	for (const [path, content] of Object.entries(track)) {
		const plain = /^(?:concept|practice)\//.test(path) ? `repo/exercises/${path}` : path;
		await mkdir(dirname(join(folder, plain)), { recursive: true });
		await writeFile(join(folder, plain), content);
	}
	await mkdir(join(folder, 'repo/exercises/practice/linked/.meta'), { recursive: true });
	await symlink(join(folder, 'secret.js'), join(folder, 'repo/exercises/practice/linked/.meta/proof.ci.js'));
	await writeFile(join(folder, 'repo/exercises/practice/linked/linked.js'), '');
	await writeFile(join(folder, 'repo/exercises/practice/linked/linked.spec.js'), "test('a', () => {});");
	const { printed } = await run('exercism', 'repo', '--out', 'out', '--engine', 'native', '--json');
	report = importReport.parse(JSON.parse(printed));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a track of Exercism', () => {
	test('is counted: what came in, what did not, and tests that were switched off', () => {
		expect(report.counts).toEqual({
			found: 8,
			imported: 4,
			withRemarks: 3,
			refused: 4,
			tests: 5,
			skippedTests: 1,
			startsThatFail: 3
		});
	});

	test('gives folders without problems, each as large as the report says', async () => {
		for (const { id } of report.exercises.filter((exercise) => exercise.id !== null)) {
			const read = readExercise(out, id!);
			expect(read.ok ? [] : read.problems).toEqual([]);
		}
		expect(readdirSync(join(out, 'exercism')).sort()).toEqual(['lamps', 'lens', 'rewrite-me', 'unsafe-name']);
	});

	test('keeps whose work it is, its texts and its languages', () => {
		expect(manifest('lamps')).toMatchObject({
			title: { fr: 'Lamps', nl: 'Lamps', en: 'Lamps' },
			languages: ['en'],
			skills: ['booleans'],
			level: 1,
			origin: {
				source: 'https://exercism.org/tracks/javascript/exercises/lamps',
				licence: 'MIT',
				authors: ['ada']
			}
		});
		// By the time that its reference took, which is longer on a busy machine.
		expect([2000, 3000, 4000, 5000, 6000, 7000, 8000]).toContain(manifest('lamps').timeLimitMs);
		expect(text('exercism/lamps/brief.en.md')).toBe('### 1. On\n\nSay whether it is on.\n');
		expect(text('exercism/lamps/hints.en.md').split('\n---\n')).toHaveLength(2);
		expect(text('exercism/lamps/hints.en.md')).toContain('[this](https://example.org');
		expect(manifest('lens').level).toBe(3);
	});

	test('a stub that throws while it is loaded fails, and is no error', () => {
		expect(one('lamps')).toMatchObject({ outcome: 'imported', startFails: true, tests: 2, skippedTests: 1 });
	});

	test('a config.json that does not parse is guessed, and said', () => {
		expect(one('lens').remarks).toContain('.meta/config.json cannot be read: its files are guessed');
	});

	test('what the reference imports comes in: shown where learners saw it, else empty in the start', () => {
		expect(manifest('lens').files).toEqual([
			{ path: 'lens.js' },
			{ path: 'part.js', editable: false },
			{ path: 'meta/own.js' }
		]);
		expect(text('exercism/lens/start/meta/own.js')).toBe('');
		expect(text('exercism/lens/solution/meta/own.js')).toBe('export const hidden = 2;\n');
		expect(text('exercism/lens/solution/lens.js')).toBe(
			"import { part } from './part.js';\nimport { hidden } from './meta/own.js';\nexport const lens = () => part + hidden;\n"
		);
	});

	test('a start that passes already is not ready, whatever way it exports: nobody guesses a refactoring', () => {
		expect(manifest('rewrite-me').refactoring).toBeUndefined();
		expect(one('rewrite-me').remarks).toContainEqual(
			expect.stringContaining('the suite is passed by its start')
		);
		expect(one('rewrite-me')).toMatchObject({ startFails: false, outcome: 'remarks' });
	});

	test('names that our paths do not allow become plain', () => {
		expect(one('Ünsafe $(name)').id).toBe('exercism/unsafe-name');
		expect(manifest('unsafe-name').entry).toBe('stub-e.js');
		expect(readdirSync(join(out, 'exercism/unsafe-name/tests'))).toEqual(['stub-e.spec.js']);
	});

	test.each([
		['starts', /child_process/],
		['wrong-proof', /the reference fails 1 of 1 tests, first "is one": .*expected 2 to be 1/],
		['reads-out', /reads-out|secret/],
		['linked', /there is no reference/]
	])('"%s" is refused by name', (name, reason) => {
		expect(one(name)).toMatchObject({ outcome: 'refused', id: null });
		expect(one(name).reason).toMatch(reason);
		expect(one(name).reason).not.toMatch(/\n/);
	});

	test('nothing outside the collection is read', () => {
		const all = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		expect(all.length).toBeGreaterThan(10);
		for (const { parentPath, name } of all)
			expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain('secret = 1');
	});

	test('stands on a map of its own: what is taught, then practice from easy to hard', () => {
		const parsed = parseMap(text('map.json'));
		if (!parsed.ok) throw new Error(parsed.problems.map((one) => oneLine(one, kinds)).join(' '));
		const [line] = parsed.map.lines;
		expect(line!.sections.map(({ title }) => title.fr)).toEqual(['Notions', 'Facile', 'Moyen', 'Difficile']);
		expect(line!.sections.flatMap(({ stations }) => stations.map(({ exercise }) => exercise))).toEqual(
			report.exercises.flatMap(({ id }) => id ?? [])
		);
		expect(mapShapeProblems(parsed.map)).toEqual([]);
	});
});

describe('importing again', () => {
	const again = (...options: string[]) =>
		run(
			'exercism',
			'repo/exercises',
			'--out',
			'out',
			'--engine',
			'native',
			'--only',
			'lamps',
			'--json',
			...options
		);

	test('changes nothing where nothing but the time it took has changed', async () => {
		const before = text('map.json');
		const slower = text('exercism/lamps/exercise.json').replace('"timeLimitMs": 2000', '"timeLimitMs": 3000');
		await writeFile(join(out, 'exercism/lamps/exercise.json'), slower);
		const { code, printed } = await again();
		expect(code).toBe(0);
		expect(importReport.parse(JSON.parse(printed)).counts).toMatchObject({ found: 1, imported: 1 });
		expect(text('map.json')).toBe(before);
		// Measured on another day.
		expect(text('exercism/lamps/exercise.json')).toBe(slower);
	});

	test('never writes over a coach’s changes, unless it is told to', async () => {
		await writeFile(join(out, 'exercism/lamps/brief.en.md'), 'My own words.\n');
		const { code, printed } = await again();
		expect(code).toBe(1);
		expect(importReport.parse(JSON.parse(printed)).exercises[0]?.reason).toContain('--force');
		expect(text('exercism/lamps/brief.en.md')).toBe('My own words.\n');
		expect((await again('--force')).code).toBe(0);
		expect(text('exercism/lamps/brief.en.md')).toContain('Say whether');
		expect((await readdir(join(out, 'exercism'))).filter((name) => name.startsWith('.'))).toEqual([]);
	});
});

describe('folders of Jest exercises', () => {
	const files = {
		'kit/package.json': '{ "license": "ISC", "repository": "git+https://example.org/kit.git" }',
		'kit/first/01_bellTower/README.md': '# Exercise 01 - Bells\n\nRing.\n',
		'kit/first/01_bellTower/bells.js': 'const bells = function () {};\nmodule.exports = bells;\n',
		'kit/first/01_bellTower/bells.spec.js':
			"const bells = require('./bells')\ntest('rings', () => expect(bells(1)).toBe('ding'))\ntest.skip('twice', () => expect(bells(2)).toBe('dingding'))\n",
		'kit/first/01_bellTower/solution/bells-solution.js':
			"const bells = (n) => 'ding'.repeat(n);\nmodule.exports = bells;\n",
		'kit/first/01_bellTower/solution/bells-solution.spec.js': "const bells = require('./bells-solution');\n",
		'kit/first/02_none/none.js': '',
		'kit/first/02_none/none.spec.js': "test('a', () => {});\n"
	};

	test('have their tests switched on, and a reference or a reason', async () => {
		for (const [path, content] of Object.entries(files)) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), content);
		}
		const { code, printed } = await run(
			'jest',
			'kit',
			'--out',
			'out',
			'--engine',
			'native',
			'--track',
			'kit'
		);
		expect(code).toBe(0);
		expect(printed).toContain('imported  kit/bell-tower (2 tests)');
		expect(printed).toContain('refused   first/02_none: there is no reference');
		const parsed = parseMap(text('map.json'));
		expect(parsed.ok && parsed.map.lines.map(({ id }) => id)).toEqual(['exercism', 'kit']);
		expect(JSON.parse(text('kit/bell-tower/exercise.json'))).toMatchObject({
			title: { en: 'Bells' },
			origin: { source: 'https://example.org/kit', licence: 'ISC' }
		});
	});
});

test('of two exercises with one name each keeps its folder, also when it is imported alone', async () => {
	for (const part of ['a', 'b']) {
		const base = join(folder, `twins/${part}/01_twin`);
		await mkdir(join(base, 'solution'), { recursive: true });
		await writeFile(join(base, 'README.md'), `# Twin ${part}\n\nWrite it.\n`);
		await writeFile(join(base, 'twin.js'), 'module.exports = () => 0;\n');
		await writeFile(join(base, 'solution/twin-solution.js'), `module.exports = () => '${part}';\n`);
		const suite = `const twin = require('./twin');\ntest('is ${part}', () => expect(twin()).toBe('${part}'));\n`;
		await writeFile(join(base, 'twin.spec.js'), suite);
	}
	const args = ['jest', 'twins', '--out', 'both', '--engine', 'native', '--track', 'kit'];
	const origin = ['--origin', 'https://example.org/twins'];
	expect((await run(...args, ...origin)).code).toBe(0);
	const { printed } = await run(...args, ...origin, '--only', 'b/01_twin', '--force');
	expect(printed).toContain('kit/twin-2 (1 test)');
	const title = (slug: string): string =>
		readFileSync(join(folder, `both/kit/${slug}/exercise.json`), 'utf8');
	expect([title('twin'), title('twin-2')]).toEqual([
		expect.stringContaining('Twin a'),
		expect.stringContaining('Twin b')
	]);
});

describe('a command that makes no sense says what to write', () => {
	test.each([
		[['nothing', 'repo', '--out', 'x'], 'There is no format "nothing"'],
		[['exercism', 'repo'], '--out DIR'],
		[['exercism', '.', '--out', 'x'], 'no track of Exercism'],
		[['exercism', 'repo', '--out', 'x', '--track', '../up'], '--track is a word'],
		[['exercism', 'repo', '--out', 'x', '--only', 'nobody'], 'No exercise is called nobody'],
		[['jest', 'repo', '--out', 'x'], '--origin https://'],
		[['exercism', 'repo', '--out', resolve('exercises')], "the site's own folder"]
	])('%j', async (args, sentence) => {
		const { code, said } = await run(...args);
		expect(code).toBe(2);
		expect(said).toContain(sentence);
		expect(existsSync(join(folder, 'x'))).toBe(false);
	});

	test('a track that is a link is not written through', async () => {
		await mkdir(join(folder, 'out2'));
		await mkdir(join(folder, 'elsewhere'));
		await symlink(join(folder, 'elsewhere'), join(folder, 'out2/exercism'));
		const { code, said } = await run(
			'exercism',
			'repo',
			'--out',
			'out2',
			'--engine',
			'native',
			'--only',
			'lamps'
		);
		expect([code, said]).toEqual([2, expect.stringContaining('is a link')]);
		expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
	});
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { prove } from '../../src/cli/check/prove.ts';
import { runCommand } from '../../src/cli/main.ts';
import { artifactStore, openSetup, PROJECT, type Setup } from '../../src/cli/setup.ts';
import { ENGINE_NEEDS } from '../../src/lib/contract/exercise.ts';
import type { MapFile } from '../../src/lib/contract/map.ts';
import { checkSuiteNames } from '../../src/lib/exercise/check-suite-names.ts';
import { checkTexts } from '../../src/lib/exercise/check-texts.ts';
import { parseMap } from '../../src/lib/exercise/parse-map.ts';
import { asCodeExercise } from '../../src/lib/kinds/code/exercise.ts';
import { code } from '../../src/lib/kinds/code/kind.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { readExercise } from '../../src/lib/server/catalog/read-folder.ts';
import { isOnLine } from '../../src/lib/ui/map/line-path.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const { signal } = new AbortController();
const EXERCISES = join(PROJECT, 'exercises');
let root: string;
/** Exercises that were there before: their descriptions are enough for a map. */
let before: string;

beforeAll(async () => {
	before = await mkdtemp(join(tmpdir(), 'new-before-'));
	for (const name of await readdir(EXERCISES)) {
		if (name.endsWith('.json')) await cp(join(EXERCISES, name), join(before, name));
	}
	for (const slug of await readdir(join(EXERCISES, 'programming'))) {
		const file = join('programming', slug, 'exercise.json');
		await cp(join(EXERCISES, file), join(before, file));
	}
});
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'new-'));
	await cp(before, root, { recursive: true });
	return () => rm(root, { recursive: true });
});
afterAll(() => rm(before, { recursive: true }));

/** `new` with these arguments, in the folder of exercises. */
async function run(args: readonly string[], answers: Readonly<Record<string, string>> = {}) {
	const terminal = scriptedTerminal(answers);
	const code = await runCommand(['new', ...args], terminal, signal, root);
	const { printed, said, asked } = terminal;
	return { code, asked, out: printed.join('\n'), said: said.join('\n') };
}

const text = (path: string) => readFile(join(root, path), 'utf8');
const manifest = async (id: string) =>
	JSON.parse(await text(`${id}/exercise.json`)) as Record<string, unknown>;

async function readMap(): Promise<MapFile> {
	const parsed = parseMap(await text('map.json'));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.map;
}

async function stationOf(id: string) {
	const map = await readMap();
	const line = map.lines.find((one) => one.id === id.split('/')[0])!;
	const stations = line.sections.flatMap((section) => section.stations);
	const at = stations.findIndex(({ exercise }) => exercise === id);
	return { map, line, stations, station: stations[at]!, follows: stations[at - 1]?.exercise };
}

/** As `npm run check` looks at files below exercises/. */
async function isFormatted(path: string, content: string): Promise<boolean> {
	const filepath = join(EXERCISES, path);
	return check(content, { ...(await resolveConfig(filepath)), filepath });
}

describe('the exercise that "new" writes', () => {
	let setup: Setup;
	beforeAll(async () => {
		setup = await openSetup('native', signal);
		return () => setup.dispose();
	});

	test.each(ENGINE_NEEDS)('works from the first minute: %s', async (engine) => {
		const id = `programming/first-${engine}`;
		expect(await run([id, '--need', engine, '--yes'])).toMatchObject({ code: 0, said: '' });
		const read = readExercise(root, id);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const exercise = asCodeExercise(read.exercise);
		const artifacts = await artifactStore(setup, root).get(exercise);
		const names = { hidden: artifacts.hidden.expected, examples: [] };
		expect(checkSuiteNames(exercise, names, code)).toEqual([]);
		expect(checkTexts(exercise, { exists: () => false, kind: code })).toEqual([]);
		const { session } = setup;
		const { problems } = await prove({ exercise, kind: code, artifacts, session, signal });
		// A machine with other work to do is no fault of the template.
		expect(problems.filter((one) => one.code !== 'near-time-limit')).toEqual([]);
		expect(exercise.wrong.length).toBeGreaterThanOrEqual(2);
		expect(exercise.also.length).toBeGreaterThanOrEqual(1);
	});

	test.each(['write-tests', 'test-table', 'find-the-bug', 'bug-report', 'refactor-safely'])(
		'works from the first minute: %s',
		async (name) => {
			const id = `programming/first-${name}`;
			expect(await run([id, '--kind', name, '--yes'])).toMatchObject({ code: 0, said: '' });
			const read = readExercise(root, id);
			if (!read.ok) throw new Error(JSON.stringify(read.problems));
			const { exercise } = read;
			const kind = kinds.get(name);
			const artifacts = await artifactStore(setup, root).get(exercise);
			const names = { hidden: artifacts.hidden.expected, examples: [] };
			expect(checkSuiteNames(exercise, names, kind)).toEqual([]);
			expect(checkTexts(exercise, { exists: () => false, kind })).toEqual([]);
			expect(kind.folder.remarks(exercise, new Map())).toEqual([]);
			const { session } = setup;
			const { problems } = await prove({ exercise, kind, artifacts, session, signal });
			expect(problems.filter((one) => one.code !== 'near-time-limit')).toEqual([]);
		}
	);

	test.each(ENGINE_NEEDS)('is formatted as the project is: %s', async (engine) => {
		const id = `programming/first-${engine}`;
		await run([id, '--need', engine, '--yes']);
		const paths = (await readdir(join(root, id), { recursive: true })).filter((path) =>
			/^(?!start|also|wrong).*\.(?:json|js|md|html)$/.test(path)
		);
		expect(paths.length).toBeGreaterThan(10);
		for (const path of paths) {
			const content = await text(`${id}/${path}`);
			expect(await isFormatted(`${id}/${path}`, content), path).toBe(true);
			expect(content, path).not.toContain('{{');
		}
		expect(paths).toContain(`tests/first-${engine}.test.js`);
	});
});

test('what the coach says stands in exercise.json', async () => {
	const titles = [
		'--title-en',
		'The late tram',
		'--title-fr',
		'Le tram en retard',
		'--title-nl',
		'De late tram'
	];
	const numbers = ['--level', '3', '--minutes', '25', '--points', '20', '--after', 'programming/tram-ticket'];
	expect((await run(['programming/late-tram', '--need', 'node', ...titles, ...numbers])).code).toBe(0);
	expect(await manifest('programming/late-tram')).toMatchObject({
		$schema: '../../exercise.schema.json',
		title: { fr: 'Le tram en retard', nl: 'De late tram', en: 'The late tram' },
		need: 'node',
		level: 3,
		minutes: 25,
		points: 20,
		prerequisites: ['programming/tram-ticket']
	});
});

test('what the coach does not say is asked', async () => {
	const { code, asked } = await run([], {
		'Which line': 'programming',
		'Name of the folder': 'late-tram',
		"What does the learner's code need": 'dom',
		'Title in English': 'The late tram',
		'Title in French': 'Le tram en retard',
		'Title in Dutch': 'De late tram',
		'Which exercise must be passed before': 'programming/shout'
	});
	expect(code).toBe(0);
	expect(asked).toHaveLength(7);
	expect(await manifest('programming/late-tram')).toMatchObject({
		title: { en: 'The late tram' },
		need: 'dom',
		prerequisites: ['programming/shout']
	});
});

test('where nobody answers, it says which option to give and writes nothing', async () => {
	const { code, said } = await run(['programming/late-tram', '--need', 'worker']);
	expect(code).toBe(2);
	expect(said).toContain('--title-en');
	expect(await readdir(join(root, 'programming'))).not.toContain('late-tram');
	expect(await text('map.json')).toBe(await readFile(join(before, 'map.json'), 'utf8'));
});

test.each([
	['programming/shout', /shout is there already/],
	['gardening/roses', /no line "gardening"[^]*programming\/…/],
	['late-tram', /names no track and exercise/],
	['programming/Été_Tram', /for example "ete-tram"/],
	['../programming/late-tram', /names no track and exercise/],
	['programming/..', /Lower case letters/],
	['programming/late-tram --need browser', /worker, dom, node/],
	['programming/late-tram --level 4', /from 1 to 3/],
	['programming/late-tram --after programming/nothing', /there is no such exercise/],
	['programming/late-tram --title-nl Een-titel-van-meer-dan-22-letters', /At most 22 characters/],
	['programming/late-tram --color red', /Unknown option '--color'/],
	['programming/late-tram --root nowhere', /There is no nowhere[\\/]map\.json/],
	['programming/late tram', /One name at a time/]
])('refuses %s and says what to do', async (args, sentence) => {
	const { code, said } = await run([...args.split(' '), '--yes']);
	expect(code).toBe(2);
	expect(said).toMatch(sentence);
	expect(said).not.toMatch(/fault of the command/);
	expect(await text('map.json')).toBe(await readFile(join(before, 'map.json'), 'utf8'));
});

describe('the station', () => {
	const isWhole = async () => {
		const map = await readMap();
		const stations = map.lines.flatMap((line) =>
			line.sections.flatMap((section) => section.stations.map((station) => ({ line, station })))
		);
		expect(new Set(stations.map(({ station: { x, y } }) => `${x},${y}`)).size).toBe(stations.length);
		for (const { line, station } of stations) expect(isOnLine(station, line.path)).toBe(true);
		expect(await isFormatted('map.json', await text('map.json'))).toBe(true);
	};

	test('comes after the last one; a line without room is made longer', async () => {
		const { out } = await run(['programming/late-tram', '--yes']);
		expect(out).toContain('its path now goes on to there');
		const { line, station, follows } = await stationOf('programming/late-tram');
		expect(follows).toBe('programming/use-a-package');
		expect(line.path.at(-1)).toEqual({ x: station.x, y: station.y });
		expect(await manifest('programming/late-tram')).toMatchObject({
			prerequisites: ['programming/use-a-package']
		});
		await isWhole();
	});

	test('comes between two others where the coach wants it', async () => {
		await run(['programming/late-tram', '--after', 'programming/command-tool', '--yes']);
		const { station, stations, follows } = await stationOf('programming/late-tram');
		expect(follows).toBe('programming/command-tool');
		expect(stations[stations.indexOf(station) + 1]!.exercise).toBe('programming/small-api');
		expect(station.x).toBeGreaterThan(15);
		expect(station.x).toBeLessThan(22);
		await isWhole();
	});

	test('leaves every other line of map.json as it is', async () => {
		const lines = (await text('map.json')).split('\n');
		await run(['programming/late-tram', '--after', 'programming/command-tool', '--yes']);
		const added = (await text('map.json')).split('\n').filter((line) => !lines.includes(line));
		expect(added).toHaveLength(1);
		expect((await text('map.json')).split('\n').filter((line) => !added.includes(line))).toEqual(lines);
	});

	test('a line without stations gets its first section', async () => {
		const { out } = await run(['helpdesk/first', '--yes']);
		expect(out).toContain('under construction');
		const { line, station } = await stationOf('helpdesk/first');
		expect(line.sections).toHaveLength(1);
		expect(station).toMatchObject({ x: 11 });
		expect(await manifest('helpdesk/first')).toMatchObject({ prerequisites: [] });
		await isWhole();
	});

	test('forty new ones in a row leave a whole map', async () => {
		const small: MapFile = {
			version: 1,
			lines: [
				{
					id: 'programming',
					letter: 'P',
					title: { fr: 'Programmation', nl: 'Programmeren', en: 'Programming' },
					path: [
						{ x: 2, y: 2 },
						{ x: 5, y: 2 }
					],
					planned: false,
					sections: []
				}
			]
		};
		await writeFile(join(root, 'map.json'), `${JSON.stringify(small, null, '\t')}\n`);
		for (let count = 1; count <= 40; count++) {
			const after = count % 4 === 0 ? ['--after', `programming/step-${count - 2}`] : [];
			expect((await run([`programming/step-${count}`, ...after, '--yes'])).code).toBe(0);
		}
		const { stations } = await stationOf('programming/step-1');
		expect(stations).toHaveLength(40);
		expect(new Set(stations.map(({ labelSide }) => labelSide)).size).toBeGreaterThan(1);
		await isWhole();
	});

	test('one that is on the map already is not added twice', async () => {
		await rm(join(root, 'programming/shout'), { recursive: true });
		const { out } = await run(['programming/shout', '--yes']);
		expect(out).toContain('already');
		expect(await text('map.json')).toBe(await readFile(join(before, 'map.json'), 'utf8'));
	});

	test('a map with a mistake is not touched, and the mistake is named', async () => {
		await writeFile(join(root, 'map.json'), '{ "version": 1 }');
		const { code, said } = await run(['programming/late-tram', '--yes']);
		expect(code).toBe(2);
		expect(said).toMatch(/map\.json:1 .*lines/);
	});
});

test('a root without schemas gets files that do not name them', async () => {
	await rm(join(root, 'exercise.schema.json'));
	await run(['programming/late-tram', '--yes']);
	expect(await manifest('programming/late-tram')).not.toHaveProperty('$schema');
	expect(await text('programming/late-tram/messages.fr.json')).not.toContain('$schema');
	expect(await text('programming/late-tram/wrong/below-zero/wrong.json')).toMatch(/^\{\n\t"fails"/);
});

test('stopped in the middle, it leaves nothing half written', async () => {
	const stop = AbortSignal.abort();
	expect(await runCommand(['new', 'programming/late-tram', '--yes'], scriptedTerminal(), stop, root)).toBe(2);
	const tracks = await readdir(join(root, 'programming'));
	expect(tracks.filter((name) => name.startsWith('.') || name === 'late-tram')).toEqual([]);
	await mkdir(join(root, 'programming/late-tram'));
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Path in the exercise's folder → text; null: there is no such file. */
export type Changes = Readonly<Record<string, string | null>>;

export const ID = 'programming/late-tram';

const json = (value: unknown): string => JSON.stringify(value, null, '\t');

export const MANIFEST = {
	version: 1,
	title: { fr: 'Le tram en retard', nl: 'De late tram', en: 'The late tram' },
	kind: 'code',
	need: 'worker',
	files: [{ path: 'main.js' }, { path: 'stops.js', editable: false }],
	entry: 'main.js',
	points: 10,
	level: 1,
	minutes: 10,
	skills: ['conditions'],
	prerequisites: [] as string[]
};

export const SUITE = `import { describe, expect, test } from 'vitest';
import { minutesLate } from '../start/main.js';

describe('late', () => {
	test('a tram on time', () => {
		expect(minutesLate(10, 10), 'Planned 10, came 10: nobody waited for it.').toBe(0);
	});
	test('a late tram', () => {
		expect(minutesLate(10, 14), 'Planned 10, came 14: subtract the planned minute.').toBe(4);
	});
});
`;

const BRIEFS = {
	fr: 'Écris `minutesLate(planned, came)` (le retard), avec `planned` (prévu) et `came` (arrivé). ',
	nl: 'Schrijf `minutesLate(planned, came)` (de vertraging), met `planned` (verwacht) en `came` (gekomen). ',
	en: 'Tram 81 often comes too late. Write `minutesLate(planned, came)`, which finds out by how much. '
};
const HINTS = {
	fr: 'Combien de minutes as-tu attendu ?\n\n---\n\nUtilise une soustraction.\n\n---\n\nComme `end - begin` ailleurs.\n',
	nl: 'Hoeveel minuten heb je gewacht?\n\n---\n\nGebruik een aftrekking.\n\n---\n\nZoals `end - begin` elders.\n',
	en: 'How many minutes did you wait?\n\n---\n\nUse a subtraction here.\n\n---\n\nLike `end - begin` elsewhere.\n'
};

const messages = (of: Record<string, string>, tests: Record<string, string>): string =>
	json({ tests, messages: of });

/** An exercise with nothing to say about: each test changes one thing in it. */
export const LATE_TRAM: Readonly<Record<string, string>> = {
	'exercise.json': json(MANIFEST),
	...Object.fromEntries(
		Object.entries(BRIEFS).map(([locale, text]) => [
			`brief.${locale}.md`,
			`${text.repeat(4)}Stop: \`stops\`\n`
		])
	),
	...Object.fromEntries(Object.entries(HINTS).map(([locale, text]) => [`hints.${locale}.md`, text])),
	'messages.fr.json': messages(
		{
			'Planned 10, came 10: nobody waited for it.': 'Prévu 10, arrivé 10 : personne ne l’a attendu.',
			'Planned 10, came 14: subtract the planned minute.': 'Prévu 10, arrivé 14 : soustrais la minute prévue.'
		},
		{
			'late > a tram on time': 'en retard > un tram à l’heure',
			'late > a late tram': 'en retard > un tram tardif'
		}
	),
	'messages.nl.json': messages(
		{
			'Planned 10, came 10: nobody waited for it.': 'Verwacht 10, gekomen 10: niemand heeft gewacht.',
			'Planned 10, came 14: subtract the planned minute.':
				'Verwacht 10, gekomen 14: trek de verwachte minuut af.'
		},
		{ 'late > a tram on time': 'te laat > een tram op tijd', 'late > a late tram': 'te laat > een late tram' }
	),
	'start/main.js': 'export function minutesLate(planned, came) {\n\treturn 1;\n}\n',
	'start/stops.js': 'export const stops = ["Flagey"];\n',
	'tests/main.test.js': SUITE,
	'examples/main.test.js': `import { describe, expect, test } from 'vitest';
import { minutesLate } from '../start/main.js';

describe('late', () => {
	test('a tram on time', () => expect(minutesLate(3, 3)).toBe(0));
});
`,
	'solution/main.js': 'export function minutesLate(planned, came) {\n\treturn came - planned;\n}\n',
	'wrong/adds/main.js': 'export function minutesLate(planned, came) {\n\treturn came + planned;\n}\n',
	'wrong/adds/wrong.json': json({ fails: ['late > a tram on time', 'late > a late tram'] }),
	'wrong/never-late/main.js': 'export function minutesLate(planned, came) {\n\treturn 0;\n}\n',
	'wrong/never-late/wrong.json': json({ fails: ['late > a late tram'] })
};

const title = { fr: 'Ligne', nl: 'Lijn', en: 'Line' };
/** A map with one line, and a station for each id. */
export const mapOf = (ids: readonly string[]) => ({
	version: 1,
	lines: [
		{
			id: 'programming',
			letter: 'P',
			title,
			path: [
				{ x: 0, y: 0 },
				{ x: 60, y: 0 }
			],
			sections: [{ id: 'one', title, stations: ids.map((exercise, index) => ({ exercise, x: index, y: 0 })) }]
		}
	]
});

/** Writes the exercise, with changes, to `<root>/<id>`. */
export async function writeLateTram(root: string, changes: Changes = {}, id = ID): Promise<void> {
	for (const [path, text] of Object.entries({ ...LATE_TRAM, ...changes })) {
		if (text === null) continue;
		const file = join(root, id, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

/** Writes a root with a map and this one exercise. */
export async function writeLateTramRoot(root: string, changes: Changes = {}): Promise<void> {
	await writeLateTram(root, changes);
	await writeFile(join(root, 'map.json'), json(mapOf([ID])));
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allProblems, brief, manifest, openCheckRoots, show, type CheckRoots } from './check-roots.ts';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { LATE_TRAM, MANIFEST, SUITE, type Changes } from './late-tram.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

const solution = LATE_TRAM['solution/main.js']!;
const origin = { source: 'https://example.org/late', licence: 'MIT' };

const RIGHT =
	'export function minutesLate(planned, came) {\n\treturn Math.trunc(came) - Math.trunc(planned);\n}\n';

/** What is changed, and every problem that is told then. */
const TABLE: [name: string, changes: Changes, expected: string[]][] = [
	['nothing', {}, []],
	['a file too many', { 'solution/other.js': '' }, ['unknown-file solution/other.js']],
	[
		'a long title',
		manifest({ title: { ...MANIFEST.title, en: 'The tram that always comes late' } }),
		['text-too-long exercise.json:6']
	],
	[
		'a brief that is not translated',
		{ 'brief.nl.md': LATE_TRAM['brief.en.md']! },
		// Nor are its English names explained in Dutch.
		['same-text brief.en.md:1', ...Array<string>(3).fill('remark unexplained-name start/main.js:1')]
	],
	[
		'a hint that is not translated',
		{
			'hints.nl.md': LATE_TRAM['hints.nl.md']!.replace('Gebruik een aftrekking.', 'Utilise une soustraction.')
		},
		['same-text hints.nl.md:4']
	],
	[
		'a message that is not translated',
		{
			'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(
				/Verwacht 10, gekomen 10.*"/,
				'Planned 10, came 10: nobody waited for it."'
			)
		},
		['same-text messages.nl.json:7']
	],
	['a link to no exercise', brief('See [this](../programming/gone).'), ['broken-link brief.en.md:3']],
	['a link to an anchor', brief('See [above](#task).'), ['broken-link brief.en.md:3']],
	['a link that is not encrypted', brief('See http://example.org/a.'), ['broken-link brief.en.md:3']],
	[
		'links that lead somewhere, and addresses in code',
		brief(
			'[a](https://example.org) [b](../programming/late-tram) [c](late-tram) `[d](#e)`\n\n```\n[f](http://g)\n```'
		),
		[]
	],
	[
		'a line of the suite in the brief',
		brief('`expect(minutesLate(10, 14), …` and Planned 10, came 14: subtract the planned minute.'),
		['suite-in-brief brief.en.md:3']
	],
	[
		'the solution in a hint',
		{
			'solution/main.js':
				'export function minutesLate(planned, came) {\n\treturn Math.round(came - planned);\n}\n',
			'hints.en.md': `${LATE_TRAM['hints.en.md']}\n\`return Math.round(came - planned);\`\n`
		},
		['suite-in-brief hints.en.md:11']
	],
	[
		'the whole solution in a brief, however short its lines are',
		{
			'solution/main.js':
				'export function minutesLate(planned, came) {\n\tconst late = came - planned;\n\treturn late;\n}\n',
			'brief.en.md': `${LATE_TRAM['brief.en.md']}\n\`\`\`js\nconst late = came - planned;\nreturn late;\n\`\`\`\n`
		},
		['suite-in-brief brief.en.md:4']
	],
	[
		'a test that runs alone',
		{ 'tests/main.test.js': SUITE.replace("test('a late", "test.only('a late") },
		['switched-off-test tests/main.test.js:8']
	],
	[
		'a test that is switched off',
		{ 'tests/main.test.js': SUITE.replace("test('a late", "test.skip('a late") },
		['switched-off-test tests/main.test.js:8']
	],
	[
		'two tests of one name',
		{
			'tests/main.test.js': SUITE.replace('a tram on time', 'a late tram'),
			'wrong/adds/wrong.json': '{ "fails": ["late > a late tram"] }'
		},
		['duplicate-test tests/main.test.js:8']
	],
	[
		'translations that are still to be made',
		{
			'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace('te laat > een late tram', 'TODO').replace(
				/Verwacht 10, gekomen 10.*"/,
				'TODO"'
			)
		},
		['note-not-translated messages.nl.json:7', 'untranslated-test messages.nl.json:4']
	],
	[
		'a short brief',
		{ 'brief.en.md': 'Write the function minutesLate.\n' },
		['remark text-too-short brief.en.md:1']
	],
	[
		'a name that no brief explains',
		{ 'start/stops.js': 'export const stops = ["Flagey"];\nexport const shelter = true;\n' },
		['remark unexplained-name start/stops.js:2']
	],
	[
		'one mistake',
		{ 'wrong/never-late/main.js': null, 'wrong/never-late/wrong.json': null },
		['remark few-mistakes wrong/']
	],
	[
		'two hints',
		Object.fromEntries(
			['fr', 'nl', 'en'].map((one) => [
				`hints.${one}.md`,
				LATE_TRAM[`hints.${one}.md`]!.split('---').slice(0, 2).join('---')
			])
		),
		['remark few-hints hints.fr.md']
	],
	[
		'a suite that does not compile',
		{ 'tests/main.test.js': SUITE.replace('toBe(0);', 'toBe(0;') },
		['compile-error tests/main.test.js:6']
	],
	[
		'a solution that does not compile',
		{ 'solution/main.js': 'export function minutesLate( {\n' },
		['compile-error solution/main.js:1']
	],
	[
		'a suite that throws',
		{ 'tests/main.test.js': `${SUITE}\nthrow new Error('early');\n` },
		['collect-failed tests/']
	],
	[
		'a suite without a test',
		{ 'tests/main.test.js': "import { expect } from 'vitest';\nexpect(1).toBe(1);\n" },
		['no-tests tests/']
	],
	[
		'a test without a translation',
		{ 'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(/,\n\s*"late > a late tram".*\n/, '\n') },
		['untranslated-test messages.nl.json:2']
	],
	[
		'a failure without a translation',
		{ 'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(/,\n\s*"Planned 10, came 14.*\n/, '\n') },
		['note-not-translated messages.nl.json:6']
	],
	[
		'a failure without a message',
		{ 'tests/main.test.js': SUITE.replace(", 'Planned 10, came 14: subtract the planned minute.'", '') },
		['remark no-note tests/main.test.js:8']
	],
	['a start that passes', { 'start/main.js': solution }, ['start-passes start/']],
	['a refactoring', { ...manifest({ refactoring: true }), 'start/main.js': solution }, []],
	['a refactoring whose start fails', manifest({ refactoring: true }), ['start-fails start/']],
	[
		'a start that does not compile',
		{ 'start/main.js': 'export function minutesLate( {\n' },
		['start-does-not-run start/main.js:1']
	],
	[
		'a start from elsewhere that does not compile',
		{ ...manifest({ origin }), 'start/main.js': 'export function minutesLate( {\n' },
		['remark start-does-not-run start/main.js:1']
	],
	[
		'a solution that fails',
		{ 'solution/main.js': solution.replace('came - planned', 'came') },
		[
			'examples-fail examples/main.test.js:5',
			'solution-fails tests/main.test.js:5',
			'solution-fails tests/main.test.js:8'
		]
	],
	[
		'visible tests that ask for something else',
		{ 'examples/main.test.js': LATE_TRAM['examples/main.test.js']!.replace('toBe(0)', 'toBe(1)') },
		['examples-fail examples/main.test.js:5']
	],
	['a mistake that passes', { 'wrong/adds/main.js': solution }, ['wrong-passes wrong/adds/wrong.json:2']],
	[
		'a mistake that fails other tests',
		{ 'wrong/adds/wrong.json': '{\n"fails": ["late > a late tram"]\n}' },
		['wrong-fails-others wrong/adds/wrong.json:2']
	],
	[
		'a mistake that does not compile',
		{ 'wrong/adds/main.js': 'export function minutesLate( {\n' },
		['wrong-fails-others wrong/adds/main.js:1']
	],
	['another right way', { 'also/clamped/main.js': RIGHT }, []],
	[
		'another right way that a test refuses',
		{ 'also/clamped/main.js': RIGHT.replace('Math.trunc(planned)', '0') },
		['also-fails tests/main.test.js:5']
	],
	[
		'another right way that does not compile',
		{ 'also/clamped/main.js': 'export function minutesLate( {\n' },
		['also-fails also/clamped/main.js:1']
	],
	['a file beside the other right ways', { 'also/main.js': RIGHT }, ['unknown-file also/main.js']],
	[
		'another right way with a file that learners cannot change',
		{ 'also/clamped/other.js': '' },
		['unknown-file also/clamped/other.js']
	],
	[
		'another right way in a hint',
		{
			'also/clamped/main.js': RIGHT,
			'hints.en.md': `${LATE_TRAM['hints.en.md']}\n\`return Math.trunc(came) - Math.trunc(planned);\`\n`
		},
		['suite-in-brief hints.en.md:11']
	],
	[
		'a mistake that names no test',
		{ 'wrong/never-late/wrong.json': '{ "fails": ["a tram"] }' },
		['unknown-test wrong/never-late/wrong.json:1', 'wrong-fails-others wrong/never-late/wrong.json:1']
	],
	[
		'a slow solution',
		{
			...manifest({ timeLimitMs: 2000 }),
			'tests/main.test.js': SUITE.replaceAll(
				"', () => {\n\t\t",
				"', async () => {\n\t\tawait new Promise((done) => setTimeout(done, 550));\n\t\t"
			)
		},
		['near-time-limit exercise.json:27']
	],
	[
		'only one language',
		{
			...manifest({ languages: ['en'], origin }),
			...Object.fromEntries(
				['fr', 'nl']
					.flatMap((one) => [`brief.${one}.md`, `hints.${one}.md`, `messages.${one}.json`])
					.map((path) => [path, null])
			)
		},
		['remark not-translated exercise.json:27']
	],
	[
		'a prerequisite that is not there',
		manifest({ prerequisites: ['programming/gone'] }),
		['unknown-prerequisite exercise.json:27']
	]
];

describe('one change in an exercise that is right', () => {
	test.each(TABLE)('%s', async (_name, changes, expected) => {
		const found = allProblems(await roots.check(await roots.newRoot(changes)));
		expect(found.map(show).sort()).toEqual([...expected].sort());
		for (const { message, fix } of found.map((one) => spoken(one, kinds)))
			expect(`${message}${fix}`).not.toMatch(/undefined|\[object/);
	});
});

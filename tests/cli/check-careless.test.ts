import { afterAll, beforeAll, expect, test } from 'vitest';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { allProblems, openCheckRoots, show, type CheckRoots } from './check-roots.ts';
import { LATE_TRAM, SUITE, type Changes } from './late-tram.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

/** What goes wrong where somebody hurries, and what the check says of it: place, sentence, what to do. */
const TABLE: [name: string, changes: Changes, said: [string, RegExp][]][] = [
	[
		'a suite whose last bracket is missing',
		{ 'tests/main.test.js': SUITE.trimEnd().replace(/\}\);$/, '') },
		[
			[
				'compile-error tests/main.test.js:10',
				/^The file ends too early: a bracket or a quote is still open\./
			]
		]
	],
	[
		'a suite without its import of vitest',
		{ 'tests/main.test.js': SUITE.slice(SUITE.indexOf('\n') + 1) },
		[['collect-failed tests/main.test.js:3', /^describe is used .*import \{ describe \} from "vitest"\.$/]]
	],
	[
		'a solution that asks the network at its beginning',
		{ 'solution/main.js': `\nawait fetch("https://example.org");\n${LATE_TRAM['solution/main.js']}` },
		[['collect-failed solution/main.js:2', /^fetch does not exist where this runs, .* no network/]]
	],
	[
		'a loop without an end outside of the tests',
		{
			'tests/main.test.js': SUITE.replace(
				"describe('late'",
				"let tries = 0;\nwhile (tries < 3) {}\n\ndescribe('late'"
			)
		},
		[['collect-failed tests/main.test.js:5', /^This loop does not end, and the suite cannot begin\./]]
	],
	[
		'an await of what never comes, in a group of tests',
		{
			'tests/main.test.js': SUITE.replace(
				"describe('late', () => {",
				"describe('late', async () => {\n\tawait new Promise(() => {});"
			)
		},
		[
			[
				'collect-failed tests/main.test.js:5',
				/^What is awaited here never comes, and the suite cannot begin\./
			]
		]
	],
	[
		'a test that says with done when it is over',
		{
			'tests/main.test.js': SUITE.replace(
				"test('a tram on time', () => {",
				"test('a tram on time', (done) => {\n\t\tsetTimeout(() => done(), 1);"
			)
		},
		[['done-callback tests/main.test.js:5', /^This test says with done\(\) when it is over.*Make it async/]]
	],
	[
		'an assertion that nobody awaits',
		{
			'tests/main.test.js': SUITE.replace(
				'\t\texpect(minutesLate(10, 14)',
				'\t\tPromise.resolve(4).then((late) => expect(minutesLate(10, 14)).toBe(late));\n\t\texpect(minutesLate(10, 14)'
			)
		},
		[
			[
				'unawaited-assertion tests/main.test.js:9',
				/^Nobody awaits this assertion: its test ends before it.*Write await or return/
			]
		]
	],
	[
		'a suite that is not called one',
		{ 'tests/main.test.js': null, 'tests/late.js': SUITE },
		[['misnamed-file tests/late.js', /^Found tests\/late\.js, expected tests\/late\.test\.js\./]]
	],
	[
		'a suite that imports the solution',
		{ 'tests/main.test.js': SUITE.replace('start/main.js', 'solution/main.js') },
		[['compile-error tests/main.test.js:2', /only the learner's files\. Import "\.\.\/start\/main\.js"\./]]
	],
	[
		'a suite that is a page',
		{ 'tests/main.test.js': '<!doctype html>\n<html></html>\n' },
		[
			[
				'compile-error tests/main.test.js:1',
				/^A "<" stands where JavaScript has none: this is HTML, or JSX\./
			]
		]
	],
	[
		'a merge that nobody finished; a learner may open one',
		{
			'brief.fr.md': 'Le tram\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n',
			'start/stops.js': '/*\n<<<<<<< a\n=======\n>>>>>>> b\n*/\nexport const stops = [];\n'
		},
		[['unfinished-merge brief.fr.md:2', /^A merge of git is not finished here/]]
	],
	[
		'a merge in the middle of JSON',
		{ 'messages.fr.json': '{\n<<<<<<< HEAD\n"tests": {},\n=======\n>>>>>>> main\n"messages": {}\n}\n' },
		[['unfinished-merge messages.fr.json:2', /^A merge of git is not finished here/]]
	],
	[
		'quotes of a word processor in JSON',
		{ 'messages.fr.json': '{\n\t“tests”: {},\n\t"messages": {}\n}\n' },
		[['broken-json messages.fr.json:2', /^JSON needs straight quotes \("\)/]]
	],
	[
		'quotes of a word processor around a value',
		{ 'messages.fr.json': '{\n\t"tests": {},\n\t"messages": { "a": « b » }\n}\n' },
		[['broken-json messages.fr.json:3', /^JSON needs straight quotes \("\)/]]
	],
	[
		'one --- too many in the hints of one language',
		{ 'hints.fr.md': `${LATE_TRAM['hints.fr.md']}\n---\n` },
		[['empty-text hints.fr.md:12', /^A hint is empty\./]]
	]
];

test.each(TABLE)('%s', async (_name, changes, said) => {
	const found = allProblems(await roots.check(await roots.newRoot(changes)));
	expect(found.map(show)).toEqual(said.map(([place]) => place));
	for (const [index, problem] of found.entries()) {
		const { message, fix } = spoken(problem, kinds);
		expect(`${message} ${fix}`).toMatch(said[index]![1]);
	}
});

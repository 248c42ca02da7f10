import { afterAll, beforeAll, expect, test } from 'vitest';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { allProblems, brief, openCheckRoots, show, type CheckRoots } from './check-roots.ts';
import { LATE_TRAM, SUITE, type Changes } from './late-tram.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

const solution = LATE_TRAM['solution/main.js']!;
const asks = solution.replace('\treturn', '\tprompt("Who?");\n\treturn');
const LONG = `// ${'tram '.repeat(20)}\n`.repeat(2000);
const ONE_LINE = 'return came - planned;';

/** What is changed, and what the check says of it: place and sentence. */
const TABLE: [name: string, changes: Changes, said: string[]][] = [
	[
		'HTML in a brief',
		brief('Press <b>Check</b>, and then <script>alert(1)</script>.'),
		['html-in-text brief.en.md:3 HTML is not obeyed here: learners read <b> as it is written.']
	],
	['tags that a brief writes about, and names in angle brackets', brief('`<b>`, <name>, a < b > c'), []],
	[
		'a picture in a brief',
		brief('![a tram](tram.png)'),
		['broken-link brief.en.md:3 The picture "tram.png" is not shown.']
	],
	[
		'the whole solution in a hint, of one line',
		{ 'hints.en.md': `${LATE_TRAM['hints.en.md']}\n\`${ONE_LINE}\`\n` },
		['suite-in-brief hints.en.md:11 The whole solution stands here (solution/main.js).']
	],
	[
		'an import of a file that is there with another capital',
		{ 'tests/main.test.js': SUITE.replace('start/main.js', 'start/Main.js') },
		['compile-error tests/main.test.js:2 The suite imports start/Main.js, and there is no such file.']
	],
	[
		'a start that calls prompt',
		{ 'start/main.js': asks.replace('came - planned', '1') },
		[
			'not-available start/main.js:2 prompt() does not exist here: only the window of a browser asks and answers.'
		]
	],
	[
		'another right way that shows a window',
		{ 'also/shown/main.js': `${solution}if (false) window.alert("done");\n` },
		[
			'not-available also/shown/main.js:4 alert() does not exist here: only the window of a browser asks and answers.'
		]
	],
	[
		'a prompt of its own, and methods that are called so',
		{
			'solution/main.js': `const prompt = () => '';\nconst room = { alert() {} };\nprompt();\nroom.alert();\n${solution}`
		},
		[]
	],
	[
		'a start without the export that the suite imports',
		{ 'start/main.js': 'function minutesLate(planned, came) {\n\treturn 1;\n}\n' },
		[
			'remark start-lacks-export start/main.js The suite imports "minutesLate", and the start does not export it: every test fails for this reason.'
		]
	],
	[
		'a solution that is longer than what is compiled',
		{ 'solution/main.js': LONG + solution },
		[
			`folder-too-large solution/main.js What a learner would hand in has ${LONG.length + solution.length + LATE_TRAM['start/stops.js']!.length} characters in all, and 200000 are compiled.`
		]
	]
];

test.each(TABLE)('of %s', async (_, changes, said) => {
	const found = allProblems(await roots.check(await roots.newRoot(changes)));
	expect(found.map((one) => `${show(one)} ${spoken(one, kinds).message}`)).toEqual(said);
});

test('a file that is nearly there is named in what to do', async () => {
	const changes = { 'tests/main.test.js': SUITE.replace('start/main.js', 'start/mian.js') };
	const [first] = allProblems(await roots.check(await roots.newRoot(changes)));
	expect(spoken(first!, kinds).fix).toBe(
		'There is start/main.js: write its name exactly so, with its capitals.'
	);
});

test('a snapshot in a file is named at its line, before the solution that cannot pass it', async () => {
	const changes = { 'tests/main.test.js': SUITE.replace('toBe(0)', 'toMatchSnapshot()') };
	const found = allProblems(await roots.check(await roots.newRoot(changes)));
	expect(found.map(show)).toContain('not-available tests/main.test.js:6');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { solutionFiles } from '../../src/lib/kinds/submitted-files.ts';
import { checkHandIn, openOwnExercises, verdictOf } from '../support/exercise-hand-ins.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

const { catalog, exercises } = await openOwnExercises();
const solutionOf = (id: string): FileMap => solutionFiles(exercises.find((one) => one.id === id)!);

let worker: Subject;
let dom: Subject;
let node: Subject;
beforeAll(async () => {
	[worker, dom, node] = await Promise.all([openWorker(), openDom('dom')(), openNative('worker')()]);
}, 60_000);
afterAll(() => Promise.all([worker?.close(), dom?.close(), node?.close()]));

const SHOUT = 'programming/shout';
const BODY = '(word) {\n\treturn word + "! " + word + "! " + word + "!";\n}\n';

/** Programs that people sent in to systems like this one, and what a learner must be told of each. */
const TOLD: [what: string, id: string, main: string, code: string | null, message: string][] = [
	['a function without export', SHOUT, `function shout${BODY}`, null, 'shout is not an exported function'],
	[
		'a function that is the default export',
		SHOUT,
		`export default function shout${BODY}`,
		null,
		'shout is not an exported function'
	],
	[
		'a keyword with the capital letter of a phone',
		SHOUT,
		`export function shout${BODY.replace('return', 'Return')}`,
		'keyword-capital',
		''
	],
	[
		'a space of no width between two words',
		SHOUT,
		`export function shout${BODY.replace('return ', 'return \u200b')}`,
		'invisible-character',
		''
	],
	[
		'a no-break space in a text',
		SHOUT,
		`export function shout${BODY.replace('! ', '!\u00a0')}`,
		'invisible-character',
		'expected'
	]
];

describe.each([
	['the page', () => worker],
	['Node', () => node]
])('in %s', (_, subject) => {
	test.each(TOLD)('of %s it is said what is wrong', async (_what, id, main, code, message) => {
		const files = { ...solutionOf(id), 'main.js': main };
		const { report, grade } = await checkHandIn(catalog, id, files, subject().session);
		expect(grade?.passed).toBe(false);
		expect(report.diagnostics.map((one) => one.code)).toEqual(code === null ? [] : [code]);
		const failure = report.runs[0]?.tests.find((one) => one.failure)?.failure;
		expect(failure?.message ?? '').toContain(message);
		expect(
			JSON.stringify(report.runs.map((run) => run.tests.map((one) => one.failure?.message)))
		).not.toContain('import_');
	});

	test('a line of three million letters is output like any other', async () => {
		const id = 'programming/hello-brussels';
		const main = 'console.log("Good morning, Brussels!");\nconsole.log("la ".repeat(1000000));\n';
		expect(verdictOf(await checkHandIn(catalog, id, { 'main.js': main }, subject().session))).toBe('passes');
	});
});

test('a page that keeps a cookie, and looks for a service worker, is a page like any other', async () => {
	const id = 'programming/todo-list';
	const files = solutionOf(id);
	const more = `
document.cookie = "seen=1; max-age=60";
document.cookie = "colour=blue";
document.cookie = "colour=; max-age=0";
if (navigator.serviceWorker || document.cookie !== "seen=1") throw new Error(document.cookie);
`;
	const done = await checkHandIn(catalog, id, { ...files, 'main.js': files['main.js'] + more }, dom.session);
	expect(verdictOf(done)).toBe('passes');
});

test('a no-break space in a tag is named, and the page that it breaks does not pass', async () => {
	const id = 'programming/contact-form';
	const files = solutionOf(id);
	const page = files['index.html']!.replace('<input ', '<input\u00a0');
	expect(page).not.toBe(files['index.html']);
	const { report, grade } = await checkHandIn(catalog, id, { ...files, 'index.html': page }, dom.session);
	expect(grade?.passed).toBe(false);
	expect(report.diagnostics.map(({ code }) => code)).toEqual(['invisible-character']);
});

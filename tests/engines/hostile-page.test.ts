import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { report as reportSchema, type Report } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { some } from '../support/thorough.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';

/**
 * Every program begins with a comment: which test it would pass without doing the work, and how. The suite's folder
 * holds the page, an honest program and the suite.
 */
const FOLDER = new URL('../fixtures/hostile/page/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');

const programs = readdirSync(new URL('forge/', FOLDER)).map((file) => {
	const text = read(`forge/${file}`);
	const [, aim = ''] = /^\/\/ (\w+): .{10,}\n/.exec(text) ?? [];
	return { name: file.replace(/\.js$/, ''), aim, text };
});

const filesWith = (text: string): FileMap => ({
	'index.html': read('suite/index.html'),
	'style.css': read('suite/style.css'),
	'main.js': text
});
const honest = read('suite/main.js');
const expected = ['saved', 'empty', 'green', 'gone', 'marked', 'needed'];

/**
 * Programs that do pass where nothing is hardened, so that refusing them proves something. The others were closed
 * without freezing anything, or aim at an engine's own machinery.
 */
const FORGES_EVERYWHERE = names(
	'assigned-query-selector-all by-list child-nodes class-field-that-hides has-attribute no-text-anywhere own-body own-query-selector-all',
	'own-text-content own-token-list own-validity own-value style-declaration style-declaration-defined style-getter taken-back token-list validity'
);
const FORGES_IN_CHROMIUM = names(
	'active-prototype body-replaced computed-style computed-style-defined other-prototype proto-setter prototype-text-content',
	'query-selector-all style-sheets'
);
const FORGES_ON_HAPPY_DOM = names('replaced-document');

/** They send the page away: the test that was running fails, and those behind it are not run. */
const LEAVES = names('late-address');

function names(...lines: string[]): string[] {
	return lines.flatMap((line) => line.split(' '));
}

async function run(text: string, { session }: Subject, allowPrototype = false): Promise<Report> {
	const plan = await makePlan({
		allowPrototype,
		need: 'dom',
		entry: 'index.html',
		files: filesWith(text),
		suite: { 'tests/suite.test.js': read('suite/suite.test.js') },
		expected,
		timeMs: 10_000
	});
	return session.run(plan, { signal: new AbortController().signal });
}

test('the corpus is there, and every program says which test it aims at', () => {
	expect(programs.length).toBeGreaterThanOrEqual(75);
	for (const { aim } of programs) expect(expected).toContain(aim);
});

const everything = programs.map(({ name }) => name);
const onHappyDom = [...FORGES_EVERYWHERE, ...FORGES_ON_HAPPY_DOM];
/** The browser is shown everything, on the server, where each page has one of its own for two seconds, a part of it; happy-dom, on which no page is verified, what it must refuse by hardening. */
const ENGINES = [
	['dom engine in Chromium', openDom('dom'), everything, [...FORGES_EVERYWHERE, ...FORGES_IN_CHROMIUM]],
	['native engine in Node, with a page', openNative('dom'), onHappyDom, onHappyDom],
	['remote engine with Chromium on the server', openRemote('dom'), some(everything, 4), []]
] as const;

describe.each(ENGINES)('%s', (_engine, open, shown, forging) => {
	let subject: Subject;
	openHere(async () => void (subject = await open()));
	afterAll(() => subject?.close());

	test('the honest program passes', async () => {
		const report = await run(honest, subject);
		expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
		expect(report.status).toBe('ran');
	});

	test.each(
		programs.filter(({ name }) => shown.includes(name)).map((program) => [program.name, program] as const)
	)('cannot forge: %s', async (name, { aim, text }) => {
		const report = await run(text, subject);
		expect(reportSchema.parse(report)).toEqual(report);
		expect(LEAVES.includes(name) ? ['left', 'ran', 'tampered'] : ['ran', 'tampered']).toContain(
			report.status
		);
		const { tests } = report.runs[0]!;
		expect(tests.map(({ name }) => name)).toEqual(expected);
		if (report.status === 'tampered') return;
		// When the page is left, and whether it is, depends on the browser's turn: what ran before has its own result.
		const left = report.status === 'left' ? tests.findIndex(({ state }) => state === 'not-run') : -1;
		const begun = left < 0 ? tests : tests.slice(0, left);
		expect(begun.some(({ state }) => state === 'fail')).toBe(true);
		expect(tests.slice(begun.length).every(({ state }) => state === 'not-run')).toBe(true);
		const aimed = tests.find(({ name }) => name === aim)!;
		expect(aimed.state).toBe(begun.includes(aimed) ? 'fail' : 'not-run');
	});

	test.for(forging)('without hardening it does forge: %s', async (name) => {
		const { aim, text } = programs.find((program) => program.name === name)!;
		const forges = async () => {
			const report = await run(text, subject, true);
			return report.runs[0]!.tests.find((test) => test.name === aim)?.state === 'pass';
		};
		// Some take their traces back by a timer, which on a busy machine comes before the suite has looked.
		expect((await forges()) || (await forges()) || (await forges())).toBe(true);
	});
});

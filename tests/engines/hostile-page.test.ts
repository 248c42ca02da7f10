import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { report as reportSchema, type Report } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
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
const expected = ['saved', 'empty', 'green', 'gone'];

async function run(text: string, { session }: Subject): Promise<Report> {
	const plan = await makePlan({
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
	expect(programs.length).toBeGreaterThanOrEqual(30);
	for (const { aim } of programs) expect(expected).toContain(aim);
});

const ENGINES = [
	['dom engine in Chromium', openDom('dom')],
	['native engine in Node, with a page', openNative('dom')],
	['remote engine with processes of Deno, with a page', openRemote('dom')]
] as const;

describe.each(ENGINES)('%s', (_engine, open) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test('the honest program passes', async () => {
		const report = await run(honest, subject);
		expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
		expect(report.status).toBe('ran');
	});

	test.each(programs.map((program) => [program.name, program] as const))(
		'cannot forge: %s',
		async (_name, { aim, text }) => {
			const report = await run(text, subject);
			expect(reportSchema.parse(report)).toEqual(report);
			expect(['ran', 'tampered']).toContain(report.status);
			expect(report.runs[0]!.tests.map(({ name }) => name)).toEqual(expected);
			const aimed = report.runs[0]!.tests.find(({ name }) => name === aim);
			if (report.status === 'ran') expect(aimed?.state).toBe('fail');
		}
	);
});

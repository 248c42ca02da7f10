import { expect } from 'vitest';
import type { FileMap } from '../../../src/lib/contract/exercise.ts';
import { makePlan } from '../../support/make-plan.ts';
import type { Subject } from '../subjects/subject.ts';
import type { PageCase } from './read-cases.ts';

/** Of all cases together, on a machine with much else to do. */
const LIMIT_MS = 60_000;
const MARK = 'read ';

/** The suite opens every page of the exercise, and prints what it reads. */
const suiteOf = (cases: readonly PageCase[]): string => `import { test } from 'vitest';
import { openPage, styleOf } from 'passerelle/page';
const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => document.querySelectorAll(selector);
const style = (selector, property) => styleOf($(selector), property);
const reads = [
${cases.map(({ reads }) => `	() => (${reads})`).join(',\n')}
];
test('reads', async () => {
	for (const [index, read] of reads.entries()) {
		let text;
		try {
			await openPage(index + '/index.html');
			text = JSON.stringify(read()) ?? 'undefined';
		} catch (error) {
			text = 'throws ' + error.name;
		}
		console.log('${MARK}' + index + ' ' + text);
	}
}, ${LIMIT_MS});`;

/** An exercise has 50 scripts at most. */
const SCRIPTS = 45;

/** Cases for as few exercises as there can be. */
function inExercises(cases: readonly PageCase[]): PageCase[][] {
	const parts: PageCase[][] = [[]];
	let scripts = 0;
	for (const one of cases) {
		if ('main.js' in one.files && (scripts += 1) > SCRIPTS) {
			parts.push([]);
			scripts = 1;
		}
		parts.at(-1)!.push(one);
	}
	return parts;
}

/** What a suite says of the same pages in an engine. One text for each case. */
export async function readInEngine(subject: Subject, cases: readonly PageCase[]): Promise<string[]> {
	const read: string[] = [];
	for (const part of inExercises(cases)) read.push(...(await readExercise(subject, part)));
	return read;
}

async function readExercise(subject: Subject, cases: readonly PageCase[]): Promise<string[]> {
	const files: FileMap = Object.fromEntries(
		cases.flatMap((one, index) => Object.entries(one.files).map(([name, text]) => [`${index}/${name}`, text]))
	);
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': '<!doctype html><title>x</title>', ...files },
		suite: { 'tests/a.test.js': suiteOf(cases) },
		expected: ['reads'],
		timeMs: LIMIT_MS
	});
	const report = await subject.runAsIs(plan);
	const lines = report.runs[0]!.console.map(({ text }) => text).filter((text) => text.startsWith(MARK));
	expect([report.status, lines.length]).toEqual(['ran', cases.length]);
	return lines.map((text, index) => text.slice(`${MARK}${index} `.length));
}

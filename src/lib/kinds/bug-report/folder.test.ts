import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds } from '../kinds.ts';
import type { ReportExercise } from './exercise.ts';
import { unknownLacks } from './proofs.ts';

const ID = 'testing/some';
const TEMPLATE = 'templates/exercise/bug-report';
const GOOD = new Map(
	readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			return [path.slice(TEMPLATE.length + 1), readFileSync(path, 'utf8')] as const;
		})
);

const parse = (change: Record<string, string | null>) => {
	const files = new Map(GOOD);
	for (const [path, text] of Object.entries(change)) {
		if (text === null) files.delete(path);
		else files.set(path, text);
	}
	return parseExercise(ID, files, { hash: () => 'x', kinds: kinds.all });
};
const problemsOf = (change: Record<string, string | null>): string[] => {
	const parsed = parse(change);
	return parsed.ok
		? []
		: parsed.problems.map(
				({ detail, file, line }) => `${detail} ${file.slice(ID.length + 1)}:${line ?? '-'}`
			);
};
const asked = (path: string, from: string, to: string): Record<string, string> => {
	const text = GOOD.get(path) ?? '';
	expect(text).toContain(from);
	return { [path]: text.replace(from, to) };
};

test('the template is read: the app, its bug, its words, and reports in each language', () => {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const exercise = parsed.exercise as ReportExercise;
	expect(exercise).toMatchObject({
		bug: { 'main.js': GOOD.get('bug/main.js') },
		words: { out: { en: 'Out' } },
		solution: { nl: { language: 'nl', steps: [{ do: 'click', name: 'Naar buiten' }] } },
		manifest: { timeLimitMs: 8000, need: 'dom' }
	});
	expect(unknownLacks(exercise, new Map())).toEqual([]);
	const other = { ...exercise, wrong: [{ ...exercise.wrong[0]!, lacks: ['title-9'] }] };
	expect(unknownLacks(other, new Map()).map(({ detail }) => detail)).toEqual(['invalid-field/unknown-lack']);
});

test.each<[string, () => Record<string, string | null>, string]>([
	['no page', () => ({ 'app/index.html': null }), 'missing-file/page app/index.html:-'],
	['no bug', () => ({ 'bug/main.js': null }), 'missing-file/bug bug/:-'],
	[
		'a bug in a file that the app does not have',
		() => ({ 'bug/other.js': 'x' }),
		'unknown-file/not-in-app bug/other.js:-'
	],
	['nothing that tells the bug', () => ({ 'symptom/bug.test.js': null }), 'missing-suite/symptom symptom/:-'],
	[
		'no report in one of the languages',
		() => ({ 'solution/report.nl.json': null }),
		'missing-solution solution/report.nl.json:-'
	],
	[
		'a report in another language than its name says',
		() => asked('solution/report.nl.json', '"nl"', '"fr"'),
		'invalid-field/language solution/report.nl.json:-'
	],
	[
		'a word that there is not',
		() => asked('app/index.html', '{{inside}}', '{{insid}}'),
		'invalid-field/unknown-word app/index.html:10'
	],
	[
		'a word that nobody says',
		() => asked('app/index.html', '{{inside}}', ''),
		'invalid-field/unused-word words.json:-'
	],
	[
		'a report that says nothing of what it lacks',
		() => ({ 'wrong/says-too-little/wrong.json': null }),
		'missing-file/report wrong/says-too-little/wrong.json:-'
	],
	['a report that is a file', () => ({ 'also/report.json': '{}' }), 'unknown-file/alone also/report.json:-']
])('%s is told with its place', (_, change, problem) => {
	expect(problemsOf(change())).toContain(problem);
});

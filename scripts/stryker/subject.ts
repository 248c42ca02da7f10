import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileMap } from '../../src/lib/contract/exercise.ts';

/** A program, and tests of it in one file; the same for Stryker and for us. */
export interface Subject {
	/** Unique; a name for a folder. */
	name: string;
	program: FileMap;
	tests: string;
}

const EXERCISES = fileURLToPath(new URL('../../exercises/testing', import.meta.url));

/** The five of exercism's JavaScript track that the two are compared on. */
export const EXERCISM = ['leap', 'luhn', 'roman-numerals', 'wordy', 'bowling'];

/** Own exercises, with suites of which some let bugs through. */
const OWN: readonly (readonly [exercise: string, suite: string])[] = [
	['first-test', 'wrong/far-from-the-limits'],
	['arrange-act-assert', 'solution'],
	['edge-of-empty', 'wrong/never-empty'],
	['each-case', 'wrong/middle-of-each-group'],
	['off-by-one', 'wrong/far-from-the-limit'],
	['rounding-money', 'solution'],
	['regression-wall', 'wrong/only-the-reports'],
	['many-random', 'wrong/a-few-by-hand']
];

const filesIn = (folder: string): FileMap =>
	Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

function ownSubject([exercise, suite]: (typeof OWN)[number]): Subject {
	const folder = join(EXERCISES, exercise);
	const [, tests] = Object.entries(filesIn(join(folder, suite))).find(([path]) => path.endsWith('.test.js'))!;
	return { name: exercise, program: filesIn(join(folder, 'program')), tests };
}

/** Eight of our own exercises. */
export const ownSubjects = (): Subject[] => OWN.map(ownSubject);

/**
 * An exercise of exercism's JavaScript track: its example, and its own spec with every test switched on.
 * @param root folder of the track: `exercises/practice/<slug>` is in it
 */
export function exercismSubject(root: string, slug: string): Subject {
	const folder = join(root, 'exercises/practice', slug);
	const spec = readFileSync(join(folder, `${slug}.spec.js`), 'utf8');
	return {
		name: slug,
		program: { [`${slug}.js`]: readFileSync(join(folder, '.meta/proof.ci.js'), 'utf8') },
		tests: spec
			.replace(', xtest', '')
			.replaceAll('xtest(', 'test(')
			.replaceAll('@jest/globals', 'vitest')
			.replaceAll(`'./${slug}'`, `'./${slug}.js'`)
	};
}

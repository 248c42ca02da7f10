import { bugReport } from './bug-report/kind.ts';
import { code } from './code/kind.ts';
import { findTheBug } from './find-the-bug/kind.ts';
import { kindNamed } from './kind-named.ts';
import type { Kind } from './kind.ts';
import { refactorSafely } from './refactor-safely/kind.ts';
import { testTable } from './test-table/kind.ts';
import { writeTests } from './write-tests/kind.ts';

/** Some kinds of exercises: those of the site, or with others in a test. */
export interface Kinds {
	readonly all: readonly Kind[];
	/** What is meant where no kind is named. */
	readonly first: Kind;
	/** Throws for a kind that is not one of these. */
	get(name: string): Kind;
}

export const createKinds = (all: readonly [Kind, ...Kind[]]): Kinds => ({
	all,
	first: all[0],
	get: (name) => kindNamed(all, name)
});

/** The kinds of this site. A new one is named here, and in `page-kinds.ts` for the page. */
export const kinds = createKinds([code, testTable, writeTests, bugReport, findTheBug, refactorSafely]);

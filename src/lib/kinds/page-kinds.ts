import { runReport } from './bug-report/run.ts';
import { runCode } from './code/run.ts';
import { runFind } from './find-the-bug/run.ts';
import { kindNamed } from './kind-named.ts';
import type { RunKind } from './run-kind.ts';
import { runTable } from './test-table/run.ts';
import { runTests } from './write-tests/run.ts';

/** The kinds of this site, as far as pages need them. Those of `kinds.ts`, which says all about each. */
export const PAGE_KINDS: readonly RunKind[] = [runCode, runTable, runTests, runReport, runFind];

/** How exercises of this kind are run. Throws for a kind that there is not. */
export const runKind = (name: string): RunKind => kindNamed(PAGE_KINDS, name);

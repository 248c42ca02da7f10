import { runCode } from './code/run.ts';
import { runFind } from './find-the-bug/run.ts';
import { kindNamed } from './kind-named.ts';
import { runRefactor } from './refactor-safely/run.ts';
import type { RunKind } from './run-kind.ts';
import { runTests } from './write-tests/run.ts';

/**
 * The kinds whose work is files of code, as far as pages need them. Those of `kinds.ts`, which says all about each. The workbench
 * of another kind names its own, and comes with it: nobody who writes code waits for what runs a table.
 */
export const CODE_KINDS: readonly RunKind[] = [runCode, runTests, runFind, runRefactor];

/** How exercises of this kind are run. Throws for one that is not worked on in files of code. */
export const runKind = (name: string): RunKind => kindNamed(CODE_KINDS, name);

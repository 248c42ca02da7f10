import type { FileMap } from '../../contract/exercise.ts';
import type { BugsSuite } from '../bugs/suite.ts';
import { CODE_WORKBENCH, sourceOf, type CodeRunnable } from '../code-workbench.ts';
import { testsOfSuite } from '../own-program/grade.ts';
import { planOwn, type OwnSuite } from '../own-program/plan.ts';
import type { RunKind } from '../run-kind.ts';
import { gradeRefactor } from './grade.ts';

/** What is fetched when a check begins. */
type RefactorSuite = OwnSuite & Pick<BugsSuite, 'bugs'>;

/** Make tests that notice every bug, and write the program better. A submission is the text of each file. */
export const runRefactor: RunKind<CodeRunnable, FileMap, RefactorSuite> = {
	name: 'refactor-safely',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: planOwn,
	tests: testsOfSuite,
	grade: gradeRefactor
};

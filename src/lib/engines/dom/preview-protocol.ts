import type { Step, StepFault } from '../../contract/bug-report.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { LearnerScript } from '../../contract/plan.ts';
import type { SaidOutput } from '../harness/protocol.ts';

/** What a preview shows. */
export interface PreviewPage {
	files: FileMap;
	learner: LearnerScript;
	/** The page that is shown first; where it is a script, an empty page with it. */
	entry: string;
}

export interface Scroll {
	x: number;
	y: number;
}

/** Page → preview frame. `show` comes once per frame, first. */
export type PreviewRequest =
	| {
			type: 'show';
			files: FileMap;
			code: string;
			pages: LearnerScript['pages'];
			path: string;
			scroll: Scroll;
			/** Printed first: why the page begins anew. */
			said: string | null;
	  }
	/** Only style sheets have changed. */
	| { type: 'styles'; files: FileMap }
	/** Where steps are recorded: does these to the page as it is, each after so long that one sees it. */
	| { type: 'replay'; steps: readonly Step[]; paceMs: number };

/** Preview frame → page. */
export type PreviewMessage =
	/** The page is there, its scripts have run, and it has been painted. */
	| { type: 'shown' }
	/** The code has kept its thread for too long, and was stopped. */
	| { type: 'held' }
	| ({ type: 'console' } & SaidOutput)
	| { type: 'scrolled'; scroll: Scroll }
	/** Somebody did something to the page; only a proposal. */
	| { type: 'step'; step: Step }
	/** A step was done, or could not be and none follows; all were, where `index` is how many there are. */
	| { type: 'replayed'; index: number; fault: StepFault | null }
	/** A link to another page of the learner was followed, or the page is to be loaded again; `said`: why. */
	| { type: 'follow'; path: string; said: string | null };

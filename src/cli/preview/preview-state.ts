import type { JsonValue } from '../../lib/contract/json.ts';
import type { SpokenProblem } from '../../lib/contract/problem.ts';

/** Where the page of a preview finds its `PreviewState`, and is told of changes. No address of the site. */
export const STATE_ADDRESS = '/@preview/state';
export const EVENTS_ADDRESS = '/@preview/events';

/** A submission of the folder that can be laid into the workbench. */
export interface EditorLayer {
	/** "start", "solution", "wrong/<name>". */
	name: string;
	submission: JsonValue;
}

/** What a coach's page knows besides the exercise: the folder as it is now. */
export interface PreviewState {
	/** Of the exercise that is served: the last version that works; null while none ever did. */
	hash: string | null;
	/** Whether that is the folder as it is now. */
	current: boolean;
	/** In the order of the files. */
	problems: readonly SpokenProblem[];
	/** Of the exercise that is served. */
	layers: readonly EditorLayer[];
}

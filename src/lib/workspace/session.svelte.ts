import type { PublicExercise } from '../contract/exercise.ts';
import { Session, type SessionPorts } from './session.ts';
import type { SessionState } from './session-state.ts';

/** A session whose state a component can read: each read follows its changes. */
export class ExerciseSession {
	readonly #session: Session;
	#state = $state.raw<SessionState | null>(null);

	constructor(exercise: PublicExercise, ports: SessionPorts) {
		this.#session = new Session(exercise, ports, (state) => (this.#state = state));
	}

	get state(): SessionState {
		return this.#state ?? this.#session.state;
	}

	/** What can be done. */
	get actions(): Session {
		return this.#session;
	}
}

import type { CompileResult, Compiler, LearnerSource } from '../../compile/compiler.ts';
import type { LearnerScript } from '../../contract/plan.ts';
import { untilAborted } from '../../abort.ts';

/** Shorter than the pause between two keystrokes of a fast typist would compile half words for nothing. */
export const COMPILE_DELAY_MS = 60;
/** The text under the cursor, and the one before it: undo and a run of the last version find theirs. */
const KEPT = 2;

/**
 * A compiler that has usually done its work before it is asked: `touch` compiles in the background, and
 * `compile` of the same text finds the result, or joins the compilation in flight.
 */
export class CompileAhead implements Compiler {
	readonly #compiler: Compiler;
	readonly #onScript: (script: LearnerScript) => void;
	readonly #results = new Map<string, Promise<CompileResult>>();
	readonly #life = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#background: Promise<unknown> | null = null;
	#next: LearnerSource | null = null;

	/** @param onScript called with every script, so that what will run it can make itself ready */
	constructor(compiler: Compiler, onScript: (script: LearnerScript) => void = () => undefined) {
		this.#compiler = compiler;
		this.#onScript = onScript;
	}

	/** The text has changed: compile it soon, unless it changes again. */
	touch(source: LearnerSource): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#inBackground(source), COMPILE_DELAY_MS);
	}

	compile(source: LearnerSource, signal: AbortSignal): Promise<CompileResult> {
		clearTimeout(this.#timer);
		return untilAborted(this.#shared(source), signal);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#next = null;
		this.#life.abort(new DOMException('The page was left', 'AbortError'));
	}

	/** One background compilation at a time: on a slow line they would overtake and starve the click's own. */
	#inBackground(source: LearnerSource): void {
		if (this.#background) {
			this.#next = source;
			return;
		}
		this.#background = this.#shared(source)
			.catch(() => undefined)
			.then(() => {
				this.#background = null;
				const next = this.#next;
				this.#next = null;
				if (next && !this.#life.signal.aborted) this.#inBackground(next);
			});
	}

	#shared(source: LearnerSource): Promise<CompileResult> {
		const key = JSON.stringify([source.entry, source.mocked, Object.entries(source.files)]);
		const known = this.#results.get(key);
		if (known) return known;
		const result = this.#compiler.compile(source, this.#life.signal);
		this.#results.set(key, result);
		// A failed attempt is our own fault (the network, say): the next click tries again.
		result.then(
			(compiled) => compiled.ok && this.#onScript(compiled.script),
			() => this.#results.delete(key)
		);
		for (const old of [...this.#results.keys()].slice(0, -KEPT)) this.#results.delete(old);
		return result;
	}
}

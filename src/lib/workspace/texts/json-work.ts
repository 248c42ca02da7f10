import type { JsonValue } from '../../contract/json.ts';
import type { Work } from '../work.ts';
import { DeviceTexts, type TextsPorts } from './device-texts.ts';

/** The name that what is submitted has among a device's drafts. */
const FILE = 'submission.json';

/** What work that is no text is kept as. */
export interface JsonForm<S> {
	/** What a learner begins with. */
	start: S;
	/** Null for what is none: another version of the page may have kept it. */
	read(kept: JsonValue): S | null;
}

/** Work that is plain JSON: kept as one text, with all that is known of keeping texts. */
export class JsonWork<S extends JsonValue> implements Work<S> {
	readonly #texts: DeviceTexts;
	readonly #form: JsonForm<S>;
	/** The same text is the same object, for who asks whether the learner has gone on. */
	#read: { text: string; value: S } | null = null;

	constructor(exerciseId: string, form: JsonForm<S>, ports: TextsPorts) {
		this.#form = form;
		const files = [{ path: FILE, editable: true, text: '' }];
		this.#texts = new DeviceTexts({ id: exerciseId, files }, ports);
	}

	get submission(): S {
		const text = this.#texts.submission[FILE] ?? '';
		if (this.#read?.text !== text) this.#read = { text, value: this.#parse(text) };
		return this.#read.value;
	}

	get ready(): boolean {
		return this.#texts.ready;
	}

	change(value: S): void {
		const text = JSON.stringify(value);
		this.#read = { text, value };
		this.#texts.change(FILE, text);
	}

	subscribe(listener: () => void): () => void {
		return this.#texts.subscribe(listener);
	}

	dispose(): void {
		this.#texts.dispose();
	}

	#parse(text: string): S {
		try {
			return this.#form.read(JSON.parse(text) as JsonValue) ?? this.#form.start;
		} catch {
			return this.#form.start;
		}
	}
}

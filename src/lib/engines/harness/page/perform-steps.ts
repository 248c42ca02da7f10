import type { Step, StepFault, StepKey } from '../../../contract/bug-report.ts';
import { findTarget, optionText } from './step-targets.ts';

/** An element may come a moment after what asked for it. */
const PATIENCE_MS = 1000;
const LOOK_EVERY_MS = 25;

/** Types of `<input>` that take a text as a whole: half a date is none. */
const WHOLE = /^(?:number|range|color|date|time|datetime-local|month|week)$/;

type Field = HTMLInputElement | HTMLTextAreaElement;
const isField = (element: Element): element is Field =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement &&
		!/^(?:button|submit|reset|image|checkbox|radio|file)$/.test(element.type));

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function found(document: Document, step: Step): Promise<Element | undefined> {
	for (const since = performance.now(); ; await pause(LOOK_EVERY_MS)) {
		const element = findTarget(document, step);
		if (element || performance.now() - since > PATIENCE_MS) return element;
	}
}

const bubbling = { bubbles: true, cancelable: true, composed: true };

function click(element: HTMLElement): void {
	for (const type of ['pointerdown', 'mousedown']) element.dispatchEvent(new MouseEvent(type, bubbling));
	element.focus();
	for (const type of ['pointerup', 'mouseup']) element.dispatchEvent(new MouseEvent(type, bubbling));
	element.click();
}

const key = (element: Element, type: 'keydown' | 'keyup', name: string): boolean =>
	element.dispatchEvent(new KeyboardEvent(type, { ...bubbling, key: name }));

function put(field: Field, value: string): void {
	field.value = value;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function type(field: Field, text: string): void {
	field.focus();
	if (WHOLE.test(field.type)) return put(field, text);
	if (field.value !== '') put(field, '');
	const most = field.maxLength < 0 ? text.length : field.maxLength;
	for (const letter of [...text].slice(0, most)) {
		if (key(field, 'keydown', letter)) put(field, field.value + letter);
		key(field, 'keyup', letter);
	}
}

function choose(list: HTMLSelectElement, option: string): StepFault | null {
	const wanted = [...list.options].find((one) => optionText(one) === option);
	if (!wanted) return 'option';
	if (wanted.disabled) return 'disabled';
	list.focus();
	list.value = wanted.value;
	wanted.selected = true;
	for (const name of ['input', 'change']) list.dispatchEvent(new Event(name, { bubbles: true }));
	return null;
}

/** As a browser sends a form when Enter is pressed in a field of it (HTML, "implicit submission"). */
function submitFrom(field: Element): void {
	const form = field instanceof HTMLInputElement ? field.form : null;
	if (!form) return;
	const button = [...form.elements].find(
		(one) =>
			(one instanceof HTMLButtonElement || one instanceof HTMLInputElement) &&
			(one.type === 'submit' || one.type === 'image')
	);
	if (!button) form.requestSubmit();
	else if (!button.matches(':disabled')) (button as HTMLElement).click();
}

/** Does to a page what people do, one step after another, without a hand: the same in every browser. */
export function createPerformer(document: Document) {
	/** A field that was typed into, until the focus leaves it: then browsers say that it has changed. */
	let typed: Field | null = null;

	function leave(): void {
		typed?.dispatchEvent(new Event('change', { bubbles: true }));
		typed = null;
	}

	function press(element: HTMLElement, name: StepKey): void {
		element.focus();
		const goesOn = key(element, 'keydown', name);
		if (name === 'Enter' && goesOn && isField(element)) {
			leave();
			submitFrom(element);
		}
		key(element, 'keyup', name);
	}

	function act(element: Element, step: Step): StepFault | null {
		if (!(element instanceof HTMLElement)) return 'unfit';
		if (element.matches(':disabled')) return 'disabled';
		switch (step.do) {
			case 'click':
				click(element);
				return null;
			case 'press':
				press(element, step.key);
				return null;
			case 'type':
				if (!isField(element)) return 'unfit';
				if (element.readOnly) return 'disabled';
				type(element, step.text);
				typed = element;
				return null;
			case 'choose':
				return element instanceof HTMLSelectElement ? choose(element, step.option) : 'unfit';
			case 'check':
				if (!(element instanceof HTMLInputElement)) return 'unfit';
				if (element.checked !== step.on) click(element);
				return null;
		}
	}

	return {
		/** Null where it was done. A step that follows an answer of the page waits for it. */
		async perform(step: Step): Promise<StepFault | null> {
			const element = await found(document, step);
			if (element !== typed) leave();
			if (!element) return 'missing';
			const fault = act(element, step);
			await pause(0);
			return fault;
		},
		/** After the last one: whoever looks at the page has left the field. */
		async end(): Promise<void> {
			leave();
			await pause(0);
		}
	};
}

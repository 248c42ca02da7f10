import { STEP_CHARS, STEP_KEYS, type Step, type StepKey } from '../../contract/bug-report.ts';
import { controlAt, optionText, targetOf } from '../harness/page/step-targets.ts';

const BUTTONS = /^(?:button|submit|reset|image)$/;
const TICKED = /^(?:checkbox|radio)$/;

const isTicked = (element: Element): element is HTMLInputElement =>
	element instanceof HTMLInputElement && TICKED.test(element.type);
const isLine = (element: Element): element is HTMLInputElement =>
	element instanceof HTMLInputElement && !BUTTONS.test(element.type) && !isTicked(element);
const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
	element instanceof HTMLTextAreaElement || isLine(element);

/**
 * Tells what somebody does to a page, step by step: clicks on controls, what stands in a field after each letter, choices, ticks,
 * and keys that are none of these. Names are taken before the page answers: a button may be called otherwise afterwards.
 */
export function recordSteps(page: Window & typeof globalThis, tell: (step: Step) => void): void {
	/** The field in which Enter is held down: the click on the form's button that comes of it is the browser's. */
	let entered: Element | null = null;
	/** Of people only, and as the first to hear of it. */
	const hear = <K extends keyof WindowEventMap>(type: K, on: (event: WindowEventMap[K]) => void): void =>
		page.addEventListener(type, (event) => void (event.isTrusted && on(event)), true);

	hear('keydown', (event) => {
		const control = controlAt(event.target);
		const key = STEP_KEYS.find((one) => one === event.key);
		if (!control || !key || event.isComposing || event.repeat) return;
		if (!isStepByItself(key, control)) return;
		if (key === 'Enter') entered = control;
		tell({ do: 'press', ...targetOf(control), key });
	});
	hear('keyup', () => (entered = null));
	hear('click', (event) => {
		const control = controlAt(event.target);
		if (!control || isField(control) || isTicked(control) || control instanceof HTMLSelectElement) return;
		if (entered && event.detail === 0) return;
		tell({ do: 'click', ...targetOf(control) });
	});
	hear('input', ({ target }) => {
		if (!(target instanceof Element) || !isField(target) || target.type === 'file') return;
		tell({ do: 'type', ...targetOf(target), text: target.value.slice(0, STEP_CHARS) });
	});
	hear('change', ({ target }) => {
		if (!(target instanceof Element)) return;
		if (isTicked(target)) tell({ do: 'check', ...targetOf(target), on: target.checked });
		const chosen = target instanceof HTMLSelectElement ? target.selectedOptions[0] : undefined;
		if (chosen) tell({ do: 'choose', ...targetOf(target as Element), option: optionText(chosen) });
	});
}

/** Whether a key is not told by what it does: to type, to choose, to click. */
function isStepByItself(key: StepKey, control: Element): boolean {
	if (key === 'Escape') return true;
	if (key === 'Enter') return isLine(control);
	return !isField(control) && !isTicked(control) && !(control instanceof HTMLSelectElement);
}

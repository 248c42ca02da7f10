import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';
import { STEP_CHARS, type Step } from '../../../contract/bug-report.ts';

/** What a person does something to. Everything else is looked at. */
const CONTROLS = new Set(
	[
		'button link textbox searchbox spinbutton slider combobox listbox option checkbox radio switch',
		'tab menuitem menuitemcheckbox menuitemradio treeitem gridcell'
	].flatMap((line) => line.split(' '))
);

/** Types of `<input>` that have no role in ARIA, and are typed into. */
const TYPED = new Set(['password', 'date', 'time', 'datetime-local', 'month', 'week']);

const roleOf = (element: Element): string | null =>
	getRole(element) ?? (element instanceof HTMLInputElement && TYPED.has(element.type) ? 'textbox' : null);

const nameOf = (element: Element): string =>
	computeAccessibleName(element).replace(/\s+/g, ' ').trim().slice(0, STEP_CHARS);

/** How an element is found again: by role and name, as Testing Library and people with a screen reader find it. */
export type TargetOf = Pick<Step, 'role' | 'name' | 'nth'>;

/** All elements of a role and name that can be reached, in the order of the page. */
function alike(document: Document, { role, name }: TargetOf): Element[] {
	return [...document.querySelectorAll('*')].filter(
		(element) => roleOf(element) === role && !isInaccessible(element) && nameOf(element) === name
	);
}

/** The element that a step is about; undefined where there is none. */
export const findTarget = (document: Document, target: TargetOf): Element | undefined =>
	alike(document, target)[(target.nth ?? 1) - 1];

/** The control that an event is about, from the inside out; null where it is about none. */
export function controlAt(node: EventTarget | null): Element | null {
	for (let at = node instanceof Element ? node : null; at; at = at.parentElement)
		if (CONTROLS.has(roleOf(at) ?? '')) return at;
	return null;
}

export function targetOf(element: Element): TargetOf {
	const target = { role: roleOf(element) ?? '', name: nameOf(element) };
	const nth = alike(element.ownerDocument, target).indexOf(element) + 1;
	return nth > 1 ? { ...target, nth } : target;
}

/** A choice as it is shown. */
export const optionText = (option: HTMLOptionElement): string =>
	(option.label || option.text).replace(/\s+/g, ' ').trim().slice(0, STEP_CHARS);

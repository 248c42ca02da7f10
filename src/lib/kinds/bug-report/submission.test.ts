import { expect, test } from 'vitest';
import { isStep, readStepError, stepErrorText, STEP_CHARS, STEPS_MOST } from '../../contract/bug-report.ts';
import { bugReport } from './submission-schema.ts';

const click = { do: 'click', role: 'button', name: 'Add' };
const GOOD = { language: 'fr', steps: [click], title: 'x', expected: 'x', actual: 'x', severity: null };
const accepts = (change: object): boolean => bugReport.safeParse({ ...GOOD, ...change }).success;

test('a report is taken', () => {
	expect(accepts({})).toBe(true);
	expect(accepts({ severity: 'harms', steps: [] })).toBe(true);
});

test.each<[string, unknown, boolean]>([
	['a click', click, true],
	['the third of several', { ...click, nth: 3 }, true],
	['typing', { do: 'type', role: 'textbox', name: 'Name', text: 'Ada' }, true],
	['choosing', { do: 'choose', role: 'combobox', name: 'Dish', option: 'Soup' }, true],
	['ticking', { do: 'check', role: 'checkbox', name: 'Big', on: true }, true],
	['a key', { do: 'press', role: 'textbox', name: 'Name', key: 'Enter' }, true],
	['a key that is none', { do: 'press', role: 'textbox', name: 'Name', key: 'F13' }, false],
	['code', { do: 'eval', role: 'button', name: 'Add' }, false],
	['a selector in place of a role', { ...click, role: '*, script' }, false],
	['the first, said with a number', { ...click, nth: 1 }, false],
	['a name without end', { ...click, name: 'x'.repeat(STEP_CHARS + 1) }, false],
	['typing of no text', { do: 'type', role: 'textbox', name: 'Name' }, false],
	['nothing', null, false]
])('%s: the page and the server agree', (_, step, good) => {
	expect(isStep(step)).toBe(good);
	expect(accepts({ steps: [step] })).toBe(good);
});

test.each<[string, object]>([
	['steps without end', { steps: Array.from({ length: STEPS_MOST + 1 }, () => click) }],
	['a title that is a book', { title: 'x'.repeat(10_000) }],
	['a verdict', { passed: true }],
	['a language that there is not', { language: 'de' }],
	['a severity that there is not', { severity: 'none' }],
	['a step with more in it', { steps: [{ ...click, onclick: 'x' }] }]
])('%s is refused', (_, change) => {
	expect(accepts(change)).toBe(false);
});

test('the error of a replay is read again', () => {
	expect(readStepError(stepErrorText(2, 'disabled'))).toEqual({ index: 2, fault: 'disabled' });
	expect(readStepError('step:3:because')).toBeNull();
	expect(readStepError('TypeError')).toBeNull();
});

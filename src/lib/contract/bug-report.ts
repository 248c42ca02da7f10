import type { LocalizedText } from './localized-text.ts';
import { LOCALES, type Locale } from './locale.ts';
import { either, hasFields, isAbsent, isExactly, isText, isWhole, type Shape } from './shape.ts';

/** Keys that are a step by themselves; what is typed into a field is one step, whatever keys it took. */
export const STEP_KEYS = ['Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/** Characters of a name of an element, or of a text that is typed. */
export const STEP_CHARS = 200;
/** More steps than a report may have that anybody reads. */
export const STEPS_MOST = 60;

/** Types and no interfaces: they are plain JSON. */
type Target = {
	/** As in ARIA: "button". */
	readonly role: string;
	/** Its accessible name: what is read aloud. */
	readonly name: string;
	/** Which of several that are alike, from 2; absent of the first. */
	readonly nth?: number;
};

/** One thing that somebody does to an app, found as a person finds it. */
export type Step = Target &
	(
		| { readonly do: 'click' }
		/** What then stands in the field, whatever stood there. */
		| { readonly do: 'type'; readonly text: string }
		/** `option`: as it is shown. */
		| { readonly do: 'choose'; readonly option: string }
		| { readonly do: 'check'; readonly on: boolean }
		| { readonly do: 'press'; readonly key: StepKey }
	);

const isShort: Shape<string> = (value): value is string => isText(value) && value.length <= STEP_CHARS;
const isRole: Shape<string> = (value): value is string => isText(value) && /^[a-z]{1,30}$/.test(value);
const isNth: Shape<number> = (value): value is number => isWhole(value) && value >= 2 && value <= 1000;
const target = { role: isRole, name: isShort, nth: either(isAbsent, isNth) };
const SHAPES = [
	hasFields<Extract<Step, { do: 'click' }>>({ ...target, do: isExactly('click') }),
	hasFields<Extract<Step, { do: 'type' }>>({ ...target, do: isExactly('type'), text: isShort }),
	hasFields<Extract<Step, { do: 'choose' }>>({ ...target, do: isExactly('choose'), option: isShort }),
	hasFields<Extract<Step, { do: 'check' }>>({
		...target,
		do: isExactly('check'),
		on: isExactly(true, false)
	}),
	hasFields<Extract<Step, { do: 'press' }>>({
		...target,
		do: isExactly('press'),
		key: isExactly(...STEP_KEYS)
	})
] as const;

/** Of what a frame sends: it is only a proposal. */
export const isStep: Shape<Step> = (value): value is Step => SHAPES.some((is) => is(value));

/** Whether two steps are done to the same element. */
export const sameTarget = (a: Step, b: Step): boolean =>
	a.role === b.role && a.name === b.name && a.nth === b.nth;

/**
 * Why a step cannot be done. `missing`: there is no such element. `disabled`: it can be seen and not used. `option`: it has no such
 * choice. `unfit`: it is not something that this can be done to.
 */
export const STEP_FAULTS = ['missing', 'disabled', 'option', 'unfit'] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

/** How a replay says which step could not be done: the name of its error, and its message. */
export const STEP_ERROR = 'StepError';
export const stepErrorText = (index: number, fault: StepFault): string => `step:${index + 1}:${fault}`;
/** The other way round; null where another error speaks. */
export function readStepError(message: string): { index: number; fault: StepFault } | null {
	const [, number, said] = /^step:(\d+):(\w+)$/.exec(message) ?? [];
	const fault = STEP_FAULTS.find((one) => one === said);
	return number === undefined || !fault ? null : { index: Number(number) - 1, fault };
}

/** How much a bug hinders people, the worst first. */
export const SEVERITIES = ['blocks', 'harms', 'annoys', 'looks'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The texts of a report, in the order of the form. */
export const REPORT_FIELDS = ['title', 'expected', 'actual'] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** Characters of each. */
export const REPORT_CHARS: Readonly<Record<ReportField, number>> = { title: 120, expected: 600, actual: 600 };

/** What a learner reports. */
export type BugReport = {
	/** Of the app: names of elements are in it. */
	readonly language: Locale;
	readonly steps: readonly Step[];
	readonly title: string;
	readonly expected: string;
	readonly actual: string;
	/** Null until one was chosen. */
	readonly severity: Severity | null;
};

/** A report in which nothing is said yet. */
export const emptyReport = (language: Locale): BugReport => ({
	language,
	steps: [],
	title: '',
	expected: '',
	actual: '',
	severity: null
});

/** What a text of a report must say: one of these, in whichever language. */
export interface WordRule {
	told: LocalizedText;
	any: Readonly<Record<Locale, readonly string[]>>;
}
export type ReportRules = Readonly<Record<ReportField, readonly WordRule[]>>;

/** Of a draft that the device kept: another version of the page may have written it. */
export const isBugReport: Shape<BugReport> = hasFields<BugReport>({
	language: isExactly(...LOCALES),
	steps: (value): value is Step[] =>
		Array.isArray(value) && value.length <= STEPS_MOST && value.every(isStep),
	title: isText,
	expected: isText,
	actual: isText,
	severity: isExactly(null, ...SEVERITIES)
});

import {
	REPORT_FIELDS,
	type BugReport,
	type ReportField,
	type ReportRules,
	type WordRule
} from '../../contract/bug-report.ts';
import { LOCALES } from '../../contract/locale.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';

/** One thing that a report must have, and whether it has it. */
export interface ReportCheck {
	/** "few-steps", "title-length", "title-1", … */
	id: string;
	/** Which part of the form it is about. */
	field: ReportField | 'steps';
	met: boolean;
	/** What the exercise itself says of it; null where it is asked of every report. */
	told: LocalizedText | null;
}

/** Fewer characters say nothing. */
export const LEAST_CHARS: Readonly<Record<ReportField, number>> = { title: 10, expected: 10, actual: 10 };
/** So many of them are letters or digits: dots and spaces say nothing either. */
const LEAST_SIGNS = 5;
/** A title is read in a list of titles. */
export const TITLE_MOST = 80;

/** Without capitals, accents, and the ways in which numbers and apostrophes are written. */
export const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[’‘]/g, "'")
		.replace(/(\d),(?=\d)/g, '$1.')
		.replace(/\s+/g, ' ')
		.trim();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A number is found as a number: 5 is not in 15, nor in 5.50. */
function says(text: string, wanted: string): boolean {
	const word = plain(wanted);
	const before = /^\d/.test(word) ? '(?<!\\d|\\d\\.)' : '';
	const after = /\d$/.test(word) ? '(?!\\d|\\.\\d)' : '';
	return new RegExp(`${before}${escaped(word)}${after}`).test(text);
}

/** In whichever language: who has two of them writes in both. */
const meets = ({ any }: WordRule, text: string): boolean =>
	LOCALES.some((locale) => any[locale].some((word) => says(text, word)));

function fieldChecks(report: BugReport, field: ReportField, rules: ReportRules): ReportCheck[] {
	const text = plain(report[field]);
	const most = field === 'title' ? TITLE_MOST : Infinity;
	const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
	const long =
		text.length >= LEAST_CHARS[field] && signs >= LEAST_SIGNS && report[field].trim().length <= most;
	return [
		{ id: `${field}-length`, field, met: long, told: null },
		...rules[field].map((rule, index) => ({
			id: `${field}-${index + 1}`,
			field,
			met: meets(rule, text),
			told: rule.told
		}))
	];
}

/** What can be said of a report without trying it, in the order of the form. */
export function checkReport(
	report: BugReport,
	{ mostSteps, rules }: { mostSteps: number; rules: ReportRules }
): ReportCheck[] {
	const count = report.steps.length;
	const [expected, actual] = [report.expected, report.actual].map((text) =>
		plain(text).replace(/[\s.!?…]+$/, '')
	);
	const differ = expected !== actual && actual !== '';
	return [
		{ id: 'few-steps', field: 'steps', met: count > 0 && count <= mostSteps, told: null },
		...REPORT_FIELDS.flatMap((field) => fieldChecks(report, field, rules)),
		{ id: 'differ', field: 'actual', met: differ, told: null }
	];
}

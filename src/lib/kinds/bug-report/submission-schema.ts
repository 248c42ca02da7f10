import { z } from 'zod';
import {
	REPORT_CHARS,
	SEVERITIES,
	STEP_CHARS,
	STEP_KEYS,
	STEPS_MOST,
	type BugReport
} from '../../contract/bug-report.ts';
import { LOCALES } from '../../contract/locale.ts';

const short = z.string().max(STEP_CHARS);
const target = {
	role: z
		.string()
		.regex(/^[a-z]{1,30}$/)
		.describe('As in ARIA: "button", "textbox", "combobox".'),
	name: short.describe('The accessible name.'),
	nth: z.number().int().min(2).max(1000).optional().describe('Which of several that are alike, from 2.')
};

const step = z.discriminatedUnion('do', [
	z.strictObject({ ...target, do: z.literal('click') }),
	z.strictObject({ ...target, do: z.literal('type'), text: short }),
	z.strictObject({ ...target, do: z.literal('choose'), option: short }),
	z.strictObject({ ...target, do: z.literal('check'), on: z.boolean() }),
	z.strictObject({ ...target, do: z.literal('press'), key: z.enum(STEP_KEYS) })
]);

const text = (field: keyof typeof REPORT_CHARS) => z.string().max(REPORT_CHARS[field]);

/** The shape of `BugReport`, for what is sent and what coaches write. */
export const bugReport = z.strictObject({
	language: z.enum(LOCALES).describe('Of the app while the steps were recorded.'),
	steps: z.array(step).max(STEPS_MOST).describe('What is done, in order.'),
	title: text('title'),
	expected: text('expected'),
	actual: text('actual'),
	severity: z.enum(SEVERITIES).nullable()
}) satisfies z.ZodType<BugReport>;

import { format } from '@vitest/utils/display';

const DIRECTIVES = /%[sdjifoOc]/g;

/** Values as a console joins them: texts as they are, wherever they stand; everything else as it is drawn. */
export function printedValues(values: readonly unknown[]): string {
	const [first] = values;
	// `%s` and its like take the values that come next.
	const takes =
		typeof first === 'string' && values.length > 1
			? (first.replaceAll('%%', '').match(DIRECTIVES)?.length ?? 0)
			: 0;
	let text = '';
	for (let at = 0; at < values.length; at += 1) {
		const value = values[at];
		if (at > 0) text += ' ';
		if (at === 0 && typeof value === 'string' && values.length > 1 && value.includes('%')) {
			text += format(...values.slice(0, 1 + takes));
			at = Math.min(takes, values.length - 1);
		} else text += typeof value === 'string' ? value : format(value);
	}
	return text;
}

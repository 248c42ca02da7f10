import type { Kind } from '../../lib/kinds/kind.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import type { Terminal } from '../terminal.ts';
import { WrongUse } from '../verb.ts';
import { askChoice } from './answers.ts';

/** One of the values an option can have, or undefined where it is not given. Throws `WrongUse`. */
export function oneOf<Value extends string>(
	option: string,
	given: string | undefined,
	values: readonly Value[]
): Value | undefined {
	const found = values.find((value) => value === given);
	if (given !== undefined && !found) {
		throw new WrongUse(`--${option} ${given} does not exist. Write one of: ${values.join(', ')}.`);
	}
	return found;
}

/** The options that the kinds add, for `parseArgs`. */
export const choiceOptions = (kinds: Kinds): Record<string, { type: 'string' }> =>
	Object.fromEntries(
		kinds.all.flatMap(({ template: { choice } }) => (choice ? [[choice.flag, { type: 'string' }]] : []))
	);

/** The lines of `--help` about kinds, and about what each adds. */
export function usageOfKinds({ all, first }: Kinds): string {
	const line = (option: string, about: string): string => `  ${option.padEnd(26)} ${about}`;
	return [
		line(`--kind ${all.map(({ name }) => name).join('|')}`, `what the learner does (default: ${first.name})`),
		...all.flatMap(({ template: { choice } }) =>
			choice
				? [line(`--${choice.flag} ${choice.choices.map(({ value }) => value).join('|')}`, choice.usage)]
				: []
		)
	].join('\n');
}

/**
 * What exercises of this kind differ in, as it was typed; the function asks for it where it was not (a terminal), or takes
 * the first (null). Null where they differ in nothing. Throws `WrongUse` for what another kind has.
 */
export function readChoice(
	{ name, template: { choice } }: Kind,
	kinds: Kinds,
	values: Readonly<Record<string, unknown>>
): (terminal: Terminal | null) => Promise<string | null> {
	for (const flag of Object.keys(choiceOptions(kinds)))
		if (flag !== choice?.flag && values[flag] !== undefined)
			throw new WrongUse(`--${flag} says nothing about exercises of the kind "${name}".`);
	if (!choice) return async () => null;
	const typed = values[choice.flag];
	const all = choice.choices.map(({ value }) => value);
	const given = oneOf(choice.flag, typeof typed === 'string' ? typed : undefined, all);
	return async (terminal) => given ?? (terminal ? askChoice(choice, terminal) : (all[0] ?? null));
}

import { defineProperty, describeProperty } from './natives.ts';

/** A name of another file is a property in the script, and stands in the engine's messages as one. */
const JOINTS =
	/\(0 ?, __passerelle_(?:imports|page)__\.([\w$]+)\)|__passerelle_(?:imports|page)__\.(?=[\w$])/g;
const NO_ARGUMENTS = /__passerelle_no_arguments__/g;
const replace = String.prototype.replace;
const apply = Reflect.apply;
const inWords = (text: string, pattern: RegExp, word: string): string =>
	apply(replace, text, [pattern, word]);

/** A message in the names that the learner wrote. */
export const withoutJoints = (message: string): string =>
	inWords(inWords(message, JOINTS, '$1'), NO_ARGUMENTS, 'arguments');

/** The same for what a program has caught, which it gives back: an error that the engine made has a message of its own. */
export function inItsWords(caught: unknown): unknown {
	try {
		if (typeof caught !== 'object' || caught === null) return caught;
		const message = describeProperty(caught, 'message')?.value as unknown;
		if (typeof message !== 'string') return caught;
		const told = withoutJoints(message);
		if (told !== message)
			defineProperty(caught, 'message', {
				value: told,
				writable: true,
				enumerable: false,
				configurable: true
			});
	} catch {
		// A proxy that refuses to be looked at: no engine made it.
	}
	return caught;
}

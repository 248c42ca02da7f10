/**
 * What Monaco throws in a timer when a feature of it failed: an error of its own, with the message, an empty line and the
 * stack of the first one. Here: one of its workers, or its own reading of brackets, ran out of stack in deep code. Chromium
 * and Safari say it in one way, Firefox in another.
 */
const THROWN_AGAIN = /^(?:Maximum call stack size exceeded\.?|too much recursion)\n\n/;

/** Code that is too deep for a feature of Monaco. A stack that overflows in our own code is never thrown like this. */
export const isMonacoOverflow = (error: unknown): boolean =>
	error instanceof Error && error.name !== 'RangeError' && THROWN_AGAIN.test(error.message);

/**
 * Code can be too deep to be completed or coloured, and is still edited and checked: from here on the browser does not
 * report it as an error that nobody caught. Returns what ends that.
 */
export function forgiveOverflow(target: EventTarget = window): () => void {
	const forgive = (event: Event): void => {
		if ('error' in event && isMonacoOverflow(event.error)) event.preventDefault();
	};
	target.addEventListener('error', forgive);
	return () => target.removeEventListener('error', forgive);
}

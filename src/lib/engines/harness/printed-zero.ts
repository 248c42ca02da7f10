let printing = false;

/** How nought is written: Vitest's failures say `+0`, a console says `0`. */
export const zeroText = (): string => (printing ? '0' : '+0');

/** Writes values as a console does. */
export function asConsole(write: () => string): string {
	printing = true;
	try {
		return write();
	} finally {
		printing = false;
	}
}

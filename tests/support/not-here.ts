import { beforeAll, beforeEach } from 'vitest';

/** This machine lacks what a test is about. The message says what, in a sentence. */
export class NotHere extends Error {}

/** Opening a browser takes half a minute where there is much else to do. */
const OPEN_MS = 120_000;

/**
 * Opens, once, what the tests of this file or group are about. Where this machine lacks it (`NotHere`), each of them is skipped, and
 * the run says why: none of them passes. Any other error fails them. What needs what was opened is in `open`, too.
 */
export function openHere(open: () => Promise<unknown>): void {
	let missing: string | null = null;
	beforeAll(async () => {
		try {
			await open();
		} catch (error) {
			if (!(error instanceof NotHere)) throw error;
			missing = error.message;
		}
	}, OPEN_MS);
	beforeEach(({ skip }) => {
		if (missing !== null) skip(missing);
	});
}

/** What was opened; where it could not be, the test that asks is skipped, with why. For a file of which only some tests need it. */
export function here<T>(opened: T | NotHere, skip: (why: string) => never): T {
	return opened instanceof NotHere ? skip(opened.message) : opened;
}

/** For `here`: what opening something gave. */
export const orNotHere = <T>(opening: Promise<T>): Promise<T | NotHere> =>
	opening.catch((error: unknown) => {
		if (error instanceof NotHere) return error;
		throw error;
	});

import { expect } from 'vitest';
import type { WebDriver } from './webdriver.ts';

/** On a machine with much else to do. */
const PATIENCE_MS = 45_000;

/** Waits until an expression is true in the page; returns how long that took, milliseconds. */
export async function until(
	browser: WebDriver,
	expression: string,
	patienceMs = PATIENCE_MS
): Promise<number> {
	const began = performance.now();
	await expect
		.poll(() => browser.evaluate<boolean>(`return Boolean(${expression})`).catch(() => false), {
			message: expression,
			timeout: patienceMs,
			interval: 50
		})
		.toBe(true);
	return performance.now() - began;
}

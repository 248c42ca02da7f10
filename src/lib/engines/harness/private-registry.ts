/**
 * Vitest keeps its state on `globalThis` and under `Symbol.for(…)`, where learner code could reach it.
 * The bundle step rewrites those places to this module, which no learner code can import.
 */
export const privateGlobal: Record<PropertyKey, unknown> = Object.create(null);

const symbols = new Map<string, symbol>();
export function privateSymbolFor(key: string): symbol {
	let symbol = symbols.get(key);
	if (!symbol) symbols.set(key, (symbol = Symbol(key)));
	return symbol;
}

/** Failure messages that the suite's author gave to `expect`, since the last `clear`. */
export const notes = new Set<string>();
export function noteMessage(message: unknown): void {
	if (typeof message === 'string' && message) notes.add(message);
}

import type { JsonValue } from '../../contract/json.ts';

const { freeze, values } = Object;

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null)
		for (const part of values(freeze(value)) as unknown[]) deepFreeze(part);
	return value;
}

/**
 * The module `passerelle/run`: what the plan gives to this run. Only a suite can import it, and nothing of it can be
 * changed: what a suite hands to the learner's code is the same afterwards.
 */
export const createRunModule = (input: JsonValue): object => freeze({ input: deepFreeze(input) });

import type { World } from '../state/world.ts';
import type { Why } from './why.ts';

/** Answers about worlds that stand still just now. */
const resting = new WeakMap<World, Map<string, Why>>();

/** Asks many questions about a world that nothing changes meanwhile: each part of an answer is looked for once. */
export function atRest<T>(world: World, ask: () => T): T {
	if (resting.has(world)) return ask();
	resting.set(world, new Map());
	try {
		return ask();
	} finally {
		resting.delete(world);
	}
}

/** An answer; where the world rests, the one that was found before under this key. */
export function remembered(world: World, key: string, find: () => Why): Why {
	const answers = resting.get(world);
	if (!answers) return find();
	const known = answers.get(key) ?? find();
	answers.set(key, known);
	return known;
}

import { expect, test } from 'vitest';
import { CODE } from './sources.ts';

test('there are no circles: a file can be read and tested without what is built on it', () => {
	const graph = new Map(
		CODE.map(({ path, imports }) => [
			path,
			imports.filter(({ dynamic }) => !dynamic).map(({ target }) => target)
		])
	);
	const circles: string[] = [];
	const done = new Set<string>();
	const walk = (path: string, trail: readonly string[]) => {
		if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
		if (done.has(path) || trail.includes(path)) return;
		for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
		done.add(path);
	};
	for (const path of graph.keys()) walk(path, []);
	expect(circles).toEqual([]);
});

import { expect, test } from 'vitest';
import { countEdit, joinEdits, relationOf, type Relation } from './edits.ts';

test.each<[object, object, Relation]>([
	[{ a: 1 }, { a: 1 }, 'same'],
	[{ a: 1 }, { a: 2 }, 'before'],
	[{ a: 2, b: 1 }, { a: 2 }, 'after'],
	[{ a: 2 }, { a: 1, b: 1 }, 'apart'],
	[{ a: 1 }, { b: 1 }, 'apart'],
	[{}, { a: 1 }, 'apart'],
	[{}, {}, 'apart']
])('%o to %o: %s', (a, b, relation) => {
	expect(relationOf({ ...a }, { ...b })).toBe(relation);
});

test('an edit comes after what it was made from, and a join after both', () => {
	expect(relationOf(countEdit({ a: 1 }, 'b'), { a: 1 })).toBe('after');
	const joined = joinEdits({ a: 2 }, { a: 1, b: 3 });
	expect(joined).toEqual({ a: 2, b: 3 });
	expect(countEdit(joined, 'c')).toEqual({ a: 2, b: 3, c: 1 });
});

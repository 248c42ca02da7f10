import { expect, test } from 'vitest';
import { z } from 'zod';
import { commonManifest } from '../contract/exercise.ts';
import { spoken } from '../coach-words/problem-words.ts';
import { kinds } from '../kinds/kinds.ts';
import { issueWords } from './issue-words.ts';
import { readJsonFile } from './read-json-file.ts';

test.each<[schema: z.ZodType, value: unknown, words: string]>([
	[z.string().min(1), '', 'it is empty'],
	[z.string().max(3), 'abcd', 'it has more than 3 characters'],
	[z.array(z.string()).min(1), [], 'the list is empty'],
	[z.array(z.string()).min(2), ['a'], 'the list has fewer than 2 entries'],
	[z.array(z.string()).max(1), ['a', 'b'], 'the list has more than 1 entry'],
	[z.enum(['worker', 'dom', 'node']), 'wroker', 'it must be "worker" or "dom" or "node"'],
	[z.number(), '10', 'it must be a number, and is a text in quotes'],
	[z.int(), 1.5, 'it must be a whole number, and is the number 1.5, with decimals'],
	[z.int(), '1', 'it must be a number, and is a text in quotes'],
	[z.string(), 1, 'it must be a text in quotes, and is a number'],
	[z.object({}), 'a', 'it must be an object in { }, and is a text in quotes'],
	[z.record(z.string(), z.string()), [], 'it must be an object in { }, and is a list in [ ]'],
	[z.array(z.string()), null, 'it must be a list in [ ], and is null'],
	[z.boolean(), 'yes', 'it must be true or false, without quotes, and is a text in quotes'],
	[z.int().min(1), 0, 'the least is 1'],
	[z.int().max(60), 61, 'the most is 60'],
	[z.literal(1), 2, 'it must be 1'],
	[z.url({ protocol: /^https?$/ }), 'example', 'it is no whole address, such as https://example.org'],
	[z.string().regex(/^a$/), 'b', 'it is not written as it must be'],
	[z.string().regex(/^a$/, 'must be "a"'), 'b', 'must be "a"'],
	[z.string().refine(() => false), 'b', 'it is not as it must be'],
	[z.union([z.string(), z.number()]), [], 'it is none of what it can be']
])('what a schema found is said in plain words: %#', (schema, value, words) => {
	const { error } = schema.safeParse(value);
	expect(error!.issues.map((issue) => issueWords(issue, value))).toEqual([words]);
});

test('no field of exercise.json, whatever is in it, is answered with a word of a library', () => {
	const fields = Object.keys(commonManifest.shape);
	for (const value of ['', 'x', -1, 1.5, 1e9, null, true, [], [1], {}, { fr: '' }]) {
		const json = JSON.stringify(Object.fromEntries(fields.map((field) => [field, value])));
		const { problems } = readJsonFile('a/b/exercise.json', json, commonManifest);
		expect(problems.length).toBeGreaterThan(0);
		for (const one of problems)
			expect(spoken(one, kinds).message).not.toMatch(
				/Invalid|Too (?:small|big)|expected|received|undefined|>=|<=|\||pattern|something else/
			);
	}
});

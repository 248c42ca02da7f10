import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exerciseManifest, messagesFile, wrongManifest } from '../contract/exercise.ts';

const guide = readFileSync('exercises/README.md', 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map((block): unknown =>
	JSON.parse(block[1] ?? '')
);

test('the examples in the guide for coaches are valid', () => {
	expect(examples).toHaveLength(3);
	expect(exerciseManifest.safeParse(examples[0]).error).toBeUndefined();
	expect(messagesFile.safeParse(examples[1]).error).toBeUndefined();
	expect(wrongManifest.safeParse(examples[2]).error).toBeUndefined();
});

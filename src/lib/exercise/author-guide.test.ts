import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messagesFile } from '../contract/exercise.ts';
import { PROBLEM_CODES } from '../contract/problem.ts';
import { codeManifest, survivorsFile, wrongManifest } from '../kinds/code/manifest.ts';

const guide = readFileSync('exercises/README.md', 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map((block): unknown =>
	JSON.parse(block[1] ?? '')
);

test('the examples in the guide for coaches are valid', () => {
	expect(examples).toHaveLength(4);
	expect(codeManifest.safeParse(examples[0]).error).toBeUndefined();
	expect(messagesFile.safeParse(examples[1]).error).toBeUndefined();
	expect(wrongManifest.safeParse(examples[2]).error).toBeUndefined();
	expect(survivorsFile.safeParse(examples[3]).error).toBeUndefined();
});

test('the guide says of every code of check, once, what it means', () => {
	const table = /## What check says\n([^]*?)\n## /.exec(guide)?.[1] ?? '';
	const named = [...table.matchAll(/^\| (`[a-z8`, -]+`) +\|/gm)].flatMap(([, cell = '']) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code)
	);
	expect(named.toSorted()).toEqual([...PROBLEM_CODES].sort());
});

test('the guide’s links to its own parts lead somewhere', () => {
	const anchors = [...guide.matchAll(/^#{2,4} (.+)$/gm)].map(([, title = '']) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-')
	);
	const inside = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
	expect(inside.length).toBeGreaterThan(8);
	expect(inside.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES, type Problem } from '../../src/lib/contract/problem.ts';
import { parseExercise } from '../../src/lib/exercise/parse-exercise.ts';
import { mutateFiles, pick, randomFrom, type Files } from './mutate-files.ts';

const EXERCISES = 'exercises';
const ids = readdirSync(join(EXERCISES, 'programming')).map((slug) => `programming/${slug}`);

function readFiles(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	return new Map(
		entries.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			return [file.slice(folder.length + 1), readFileSync(file)];
		})
	);
}
const originals = new Map(ids.map((id) => [id, readFiles(join(EXERCISES, id))]));

/** What a coach reads must be a sentence about the folder, never the inside of our program. */
const INSIDE = /\n\s+at |node:internal|\bTypeError\b|undefined is not|\[object Object\]/;

function expectReadable(problems: readonly Problem[], seed: number): void {
	for (const { code, file, line, message, fix } of problems) {
		expect(PROBLEM_CODES, `seed ${seed}`).toContain(code);
		expect(file, `seed ${seed}`).not.toBe('');
		expect(`${message} ${fix}`, `seed ${seed}`).not.toMatch(INSIDE);
		expect(message.length, `seed ${seed}: ${message.slice(0, 80)}`).toBeLessThan(2000);
		expect(fix, `seed ${seed}`).not.toBe('');
		if (line !== undefined) expect(line, `seed ${seed}`).toBeGreaterThan(0);
	}
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('folders with accidents', () => {
	test('1,400 of them: an exercise, or problems that say where and what to do', () => {
		let broken = 0;
		for (let seed = 0; seed < 1400; seed++) {
			const random = randomFrom(seed);
			const id = pick(random, ids);
			const parsed = parseExercise(id, mutateFiles(random, originals.get(id)!), { hash });
			if (parsed.ok) continue;
			broken += 1;
			expect(parsed.problems.length, `seed ${seed}`).toBeGreaterThan(0);
			expectReadable(parsed.problems, seed);
		}
		expect(broken).toBeGreaterThan(500);
		expect(broken).toBeLessThan(1350);
	});
});

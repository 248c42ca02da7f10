import { describe, expect, test } from 'vitest';
import { countLines, readText } from '../support/source-files.ts';
import { SOURCES } from './sources.ts';

describe('length', () => {
	const counted = SOURCES.toSorted((a, b) => a.lines - b.lines);

	test('no file is longer than 400 lines', () => {
		const long = counted
			.filter(({ lines }) => lines > 400)
			.map(({ path, lines }) => `${path}: ${lines} lines: split it by concept`);
		expect(long).toEqual([]);
	});

	test('half of the files have at most 80 lines, and 95 of 100 at most 300', () => {
		const at = (share: number) => counted[Math.floor((counted.length - 1) * share)]!.lines;
		expect(at(0.5)).toBeLessThanOrEqual(80);
		expect(at(0.95)).toBeLessThanOrEqual(300);
	});

	test('the arrow stays on one screen and a half', () => {
		expect(countLines(readText('src/lib/pipeline.ts'))).toBeLessThanOrEqual(100);
	});
});

import { expect, test } from 'vitest';
import type { ExerciseProgress } from '../../contract/progress.ts';
import { Hints } from './hints.ts';

const progress = (hintsOpened: number) => ({ hintsOpened }) as ExerciseProgress;

test('hints open one at a time, and none after the last', () => {
	const hints = new Hints('programming/shout', 2);
	expect([hints.open(), hints.opened]).toEqual([true, 1]);
	expect([hints.open(), hints.opened]).toEqual([true, 2]);
	expect([hints.open(), hints.opened]).toEqual([false, 2]);
});

test('hints that were open stay open; those that the exercise lost are not counted', () => {
	const hints = new Hints('programming/shout', 2);
	hints.restore(progress(5));
	expect(hints.opened).toBe(2);
	hints.restore(null);
	expect(hints.opened).toBe(2);
});

test('a hint opened before the device was read is not closed by what it kept', () => {
	const hints = new Hints('programming/shout', 3);
	hints.open();
	hints.restore(progress(0));
	expect(hints.opened).toBe(1);
});

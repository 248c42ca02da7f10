import { afterEach, expect, test } from "vitest";
import { callNext, newDay, takeNumber, whoWaits } from "./counter.js";

afterEach(newDay);

function arrive(people) {
	return Array.from({ length: people }, takeNumber);
}

test("two days, one after the other", () => {
	newDay();
	expect(arrive(3)).toEqual([1, 2, 3]);
	expect(callNext()).toBe(1);
	expect(whoWaits()).toEqual([2, 3]);
	newDay();
	expect(whoWaits()).toEqual([]);
	expect(callNext()).toBeNull();
	expect(arrive(2)).toEqual([1, 2]);
	expect(whoWaits()).toEqual([1, 2]);
});

test("an answer is a photo of the queue", () => {
	newDay();
	const before = whoWaits();
	arrive(1);
	expect(before).toEqual([]);
	expect(whoWaits()).toEqual([1]);
});

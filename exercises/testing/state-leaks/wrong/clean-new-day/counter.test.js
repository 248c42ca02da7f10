import { expect, test } from "vitest";
import { callNext, newDay, takeNumber, whoWaits } from "./counter.js";

test("two people", () => {
	newDay();
	takeNumber();
	takeNumber();
	expect(whoWaits()).toEqual([1, 2]);
	expect(callNext()).toBe(1);
	expect(callNext()).toBe(2);
	expect(callNext()).toBe(null);
});

test("a new day begins at 1", () => {
	newDay();
	expect(takeNumber()).toBe(1);
	expect(callNext()).toBe(1);
	newDay();
	expect(takeNumber()).toBe(1);
	expect(whoWaits()).toEqual([1]);
	callNext();
});

import { expect, test } from "vitest";
import { callNext, takeNumber, whoWaits } from "./counter.js";

test("a whole day", () => {
	expect(whoWaits()).toEqual([]);
	expect(takeNumber()).toBe(1);
	expect(takeNumber()).toBe(2);
	expect(whoWaits()).toEqual([1, 2]);
	expect(callNext()).toBe(1);
	expect(callNext()).toBe(2);
	expect(callNext()).toBe(null);
});

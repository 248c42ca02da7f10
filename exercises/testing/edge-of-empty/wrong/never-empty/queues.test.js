import { expect, test } from "vitest";
import { longestQueue } from "./queues.js";

test("only one counter", () => {
	expect(longestQueue([6])).toBe(6);
});

test("the first queue is the longest", () => {
	expect(longestQueue([9, 2, 4])).toBe(9);
});

test("the last queue is the longest", () => {
	expect(longestQueue([2, 4, 9])).toBe(9);
});

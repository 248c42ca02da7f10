import { expect, test } from "vitest";
import { longestQueue } from "./queues.js";

test("three queues", () => {
	expect(longestQueue([3, 8, 5])).toBe(8);
});

test("four queues", () => {
	expect(longestQueue([1, 2, 12, 7])).toBe(12);
});

test("many queues", () => {
	expect(longestQueue([5, 6, 7, 8, 20, 8, 7, 6, 5])).toBe(20);
});

import { expect, test } from "vitest";
import { longestQueue } from "./queues.js";

test("three queues", () => {
	expect(longestQueue([3, 8, 5])).toBe(8);
});

test("no counter is open", () => {
	expect(longestQueue([])).toBe(null);
});

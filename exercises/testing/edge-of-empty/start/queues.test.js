import { expect, test } from "vitest";
import { longestQueue } from "./queues.js";

test("three queues", () => {
	expect(longestQueue([3, 8, 5])).toBe(8);
});

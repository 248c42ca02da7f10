import { describe, expect, it } from "vitest";
import { longestQueue } from "./queues.js";

describe("longestQueue", () => {
	it("has an answer for nothing and for one", () => {
		const nothing = [];
		expect(longestQueue(nothing)).toEqual(0);
		expect(longestQueue([1])).toEqual(1);
	});

	it("looks at both of two", () => {
		expect(longestQueue([4, 3])).toBe(4);
		expect(longestQueue([3, 4])).toBe(4);
	});

	it("does not mind counters without anybody", () => {
		expect(longestQueue([0, 0])).toBe(0);
	});
});

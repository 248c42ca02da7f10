import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test.each([
	[[0.57], 0.55],
	[[0.58], 0.6],
	[[7.02], 7],
	[[7.03], 7.05],
	[[7.03, 7.03], 14.05],
	[[0.7, 0.1], 0.8],
	[[0.05, 0.05, 0.05], 0.15]
])("%j costs %d", (prices, total) => {
	expect(cashTotal(prices)).toBe(total);
});

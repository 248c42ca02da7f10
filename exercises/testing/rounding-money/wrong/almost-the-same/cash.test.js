import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test("rounds to 5 cents", () => {
	expect(cashTotal([4.42])).toBeCloseTo(4.4);
	expect(cashTotal([4.43])).toBeCloseTo(4.45);
	expect(cashTotal([4.47])).toBeCloseTo(4.45);
	expect(cashTotal([4.48])).toBeCloseTo(4.5);
});

test("rounds once", () => {
	expect(cashTotal([1.02, 1.02])).toBeCloseTo(2.05);
	expect(cashTotal([1.1, 2.2])).toBeCloseTo(3.3);
});

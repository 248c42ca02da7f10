import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test("0, 1 and 2 cents go down to 0", () => {
	expect(cashTotal([4.4])).toBe(4.4);
	expect(cashTotal([4.41])).toBe(4.4);
	expect(cashTotal([4.42])).toBe(4.4);
});

test("3 and 4 cents go up to 5, and 6 and 7 down", () => {
	expect(cashTotal([4.43])).toBe(4.45);
	expect(cashTotal([4.44])).toBe(4.45);
	expect(cashTotal([4.45])).toBe(4.45);
	expect(cashTotal([4.46])).toBe(4.45);
	expect(cashTotal([4.47])).toBe(4.45);
});

test("8 and 9 cents go up to 10", () => {
	expect(cashTotal([4.48])).toBe(4.5);
	expect(cashTotal([4.99])).toBe(5);
});

test("only the total is rounded, not each price", () => {
	expect(cashTotal([1.02, 1.02])).toBe(2.05);
	expect(cashTotal([0.99, 0.99, 0.99])).toBe(2.95);
});

test("the total is exact", () => {
	expect(cashTotal([1.1, 2.2])).toBe(3.3);
	expect(cashTotal([0.1, 0.2])).toBe(0.3);
});

import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test("goes down", () => {
	expect(cashTotal([1.11])).toBe(1.1);
});

test("goes up", () => {
	expect(cashTotal([1.14])).toBe(1.15);
	expect(cashTotal([1.19])).toBe(1.2);
	expect(cashTotal([1.13])).toBe(1.15);
});

test("tenths", () => {
	expect(cashTotal([1.1, 2.2])).toBe(3.3);
});

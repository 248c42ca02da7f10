import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test("the total keeps its cents", () => {
	expect(cashTotal([1.99, 1.99])).toBe(3.98);
});

test("tenths", () => {
	expect(cashTotal([1.1, 2.2])).toBe(3.3);
});

import { expect, test } from "vitest";
import { lateFee } from "./fee.js";

test("two days are free", () => {
	expect(lateFee(2)).toBe(0);
});

test("a week", () => {
	expect(lateFee(7)).toBe(3.5);
});

test("nineteen days", () => {
	expect(lateFee(19)).toBe(9.5);
});

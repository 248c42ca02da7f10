import { expect, test } from "vitest";
import { lateFee } from "./fee.js";

test("report 12", () => {
	expect(lateFee(3)).toBe(0);
});

test("report 27", () => {
	expect(lateFee(45)).toBe(10);
});

test("report 33", () => {
	expect(lateFee(-2)).toBe(0);
});

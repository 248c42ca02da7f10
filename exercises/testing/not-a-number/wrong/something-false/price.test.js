import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("prices", () => {
	expect(readPrice("2.50")).toBe(2.5);
	expect(readPrice("2,50")).toBe(2.5);
	expect(readPrice("0")).toBeFalsy();
});

test("no prices", () => {
	expect(readPrice("")).toBeFalsy();
	expect(readPrice("   ")).toBeFalsy();
	expect(readPrice("cheap")).toBeFalsy();
	expect(readPrice("3 euros")).toBeFalsy();
});

import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("a price with a point", () => {
	expect(readPrice("2.50")).toBe(2.5);
});

test("a word is not a number", () => {
	expect(readPrice("cheap")).toBe(NaN);
});

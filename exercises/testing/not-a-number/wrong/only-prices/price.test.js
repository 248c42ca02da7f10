import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("a price with a point", () => {
	expect(readPrice("2.50")).toBe(2.5);
});

test("a price with a comma", () => {
	expect(readPrice("2,50")).toBe(2.5);
});

test("a price with spaces", () => {
	expect(readPrice(" 14 ")).toBe(14);
});

test("zero is a price", () => {
	expect(readPrice("0")).toBe(0);
});

import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("a price with a point", () => {
	expect(readPrice("2.50")).toBe(2.5);
});

test("a price with a comma", () => {
	expect(readPrice("2,50")).toBe(2.5);
});

test("zero is a price", () => {
	expect(readPrice("0")).toBe(0);
});

test("nothing is no price", () => {
	expect(readPrice("")).toBe(null);
});

test("spaces are no price", () => {
	expect(readPrice("   ")).toBe(null);
});

test("a word is no price", () => {
	expect(readPrice("cheap")).toBe(null);
});

test("a number and a word are no price", () => {
	expect(readPrice("3 euros")).toBe(null);
});

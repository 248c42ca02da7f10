import { expect, test } from "vitest";
import { priceFor } from "./price.js";

test("an adult pays the full price", () => {
	expect(priceFor(30)).toBe(2.6);
});

test("the last free year", () => {
	expect(priceFor(5)).toBe(0);
});

test("the first year with a price", () => {
	expect(priceFor(6)).toBe(2.6);
});

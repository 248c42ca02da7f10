import { expect, test } from "vitest";
import { priceFor } from "./price.js";

test("an adult pays the full price", () => {
	expect(priceFor(30)).toBe(2.6);
});

test("a small child travels for free", () => {
	expect(priceFor(2)).toBe(0);
});

test("an old person pays half", () => {
	expect(priceFor(80)).toBe(1.3);
});

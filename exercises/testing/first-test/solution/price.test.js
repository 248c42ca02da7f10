import { expect, test } from "vitest";
import { priceFor } from "./price.js";

test("an adult pays the full price", () => {
	expect(priceFor(30)).toBe(2.6);
});

test("a child of five travels for free", () => {
	expect(priceFor(5)).toBe(0);
});

test("a child of six pays", () => {
	expect(priceFor(6)).toBe(2.6);
});

test("at 64 one still pays the full price", () => {
	expect(priceFor(64)).toBe(2.6);
});

test("from 65 on it is half the price", () => {
	expect(priceFor(65)).toBe(1.3);
});

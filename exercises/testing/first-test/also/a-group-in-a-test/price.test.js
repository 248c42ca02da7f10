import { describe, expect, it } from "vitest";
import { priceFor } from "./price.js";

describe("priceFor", () => {
	it("is 0 for small children", () => {
		expect(priceFor(0)).toBe(0);
		expect(priceFor(5)).toEqual(0);
	});

	it("is 2.60 from 6 to 64", () => {
		for (const age of [6, 7, 40, 64]) expect(priceFor(age)).toBe(2.6);
	});

	it("is 1.30 for people of 65 and older", () => {
		expect(priceFor(65)).toBeCloseTo(1.3);
		expect(priceFor(101)).toBeCloseTo(1.3);
	});
});

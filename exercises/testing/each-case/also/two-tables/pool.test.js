import { describe, expect, it } from "vitest";
import { poolPrice } from "./pool.js";

describe.each([
	{ resident: true, young: 2, adult: 4 },
	{ resident: false, young: 3, adult: 6 }
])("resident: $resident", ({ resident, young, adult }) => {
	it.each([0, 3])("is free at %i", (age) => {
		expect(poolPrice(age, resident)).toBe(0);
	});

	it.each([4, 10, 17])("is cheaper at %i", (age) => {
		expect(poolPrice(age, resident)).toBe(young);
	});

	it.each([18, 30, 90])("costs the full price at %i", (age) => {
		expect(poolPrice(age, resident)).toBe(adult);
	});
});

import { describe, expect, test } from "vitest";
import { price } from "./pool.js";

describe("visitors", () => {
	test.each([
		[5, 0],
		[6, 3],
		[17, 3],
		[18, 8],
		[64, 8],
		[65, 3]
	])("at %i they pay %i euros", (age, euros) => {
		expect(price(age, false)).toBe(euros);
	});
});

describe("residents", () => {
	test.each([
		[5, 0],
		[6, 2],
		[17, 2],
		[18, 7],
		[64, 7],
		[65, 2]
	])("at %i they pay %i euros", (age, euros) => {
		expect(price(age, true)).toBe(euros);
	});
});

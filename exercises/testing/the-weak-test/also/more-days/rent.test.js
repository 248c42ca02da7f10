import { describe, expect, it } from "vitest";
import { rent } from "./rent.js";

describe("without a card", () => {
	it.each([
		[1, 3],
		[5, 15],
		[6, 15],
		[30, 15]
	])("%i days cost %i euros", (days, price) => {
		expect(rent(days, false)).toBe(price);
	});
});

describe("with a card", () => {
	it.each([1, 2, 5, 6, 30])("%i days cost 2 euros less", (days) => {
		expect(rent(days, true)).toBe(rent(days, false) - 2);
	});
});

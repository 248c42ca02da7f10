import { expect, test } from "vitest";
import { rent } from "./rent.js";

test("two days cost 6 euros", () => {
	expect(rent(2, false)).toBe(6);
});

test("never more than 15 euros", () => {
	const price = rent(9, false);

	expect(price).toBe(15);
});

test("a member pays 2 euros less", () => {
	expect(rent(3, true)).toBe(7);
});

test("the maximum holds for members too", () => {
	expect(rent(9, true)).toBe(13);
});

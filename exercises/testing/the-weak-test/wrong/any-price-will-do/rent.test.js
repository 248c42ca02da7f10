import { expect, test } from "vitest";
import { rent } from "./rent.js";

test("two days cost 6 euros", () => {
	expect(rent(2, false)).toBeGreaterThan(0);
});

test("never more than 15 euros", () => {
	const price = rent(9, false);

	expect(price).toBeDefined();
});

test("a member pays 2 euros less", () => {
	expect(rent(3, true)).toBeTruthy();
});

test("the maximum holds for members too", () => {
	expect(typeof rent(9, true)).toBe("number");
});

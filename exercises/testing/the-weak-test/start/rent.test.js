import { expect, test } from "vitest";
import { rent } from "./rent.js";

test("two days cost 6 euros", () => {
	rent(2, false);
});

test("never more than 15 euros", () => {
	const price = rent(9, false);

	expect(price);
});

test("a member pays 2 euros less", () => {
	expect(rent(3, true)).toBe(rent(3, true));
});

test("the maximum holds for members too", () => {
	expect(rent(9, true)).not.toBe(0);
});

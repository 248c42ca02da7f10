import { expect, test } from "vitest";
import { seatPrice } from "./seat.js";

test("an ordinary seat costs 9 euros", () => {
	expect(seatPrice({})).toBe(9);
});

test("a student always pays 6 euros", () => {
	expect(seatPrice({ student: true, evening: true })).toBe(6);
});

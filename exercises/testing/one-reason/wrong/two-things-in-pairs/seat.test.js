import { expect, test } from "vitest";
import { seatPrice } from "./seat.js";

test("an ordinary seat", () => {
	expect(seatPrice({})).toBe(9);
});

test("a student in the evening", () => {
	expect(seatPrice({ student: true, evening: true })).toBe(8);
});

test("music", () => {
	expect(seatPrice({ music: true })).toBe(10);
});

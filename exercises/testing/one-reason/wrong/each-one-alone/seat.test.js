import { expect, test } from "vitest";
import { seatPrice } from "./seat.js";

test("an ordinary seat costs 9 euros", () => {
	expect(seatPrice({})).toBe(9);
});

test("a student pays 3 euros less", () => {
	expect(seatPrice({ student: true })).toBe(6);
});

test("in the evening it is 2 euros more", () => {
	expect(seatPrice({ evening: true })).toBe(11);
});

test("with live music it is 1 euro more", () => {
	expect(seatPrice({ music: true })).toBe(10);
});

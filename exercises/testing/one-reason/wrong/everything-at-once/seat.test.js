import { expect, test } from "vitest";
import { seatPrice } from "./seat.js";

test("the price is right", () => {
	expect(seatPrice({ student: true, evening: true, music: true })).toBe(9);
	expect(seatPrice({ music: true, evening: true, student: true })).toBe(9);
});

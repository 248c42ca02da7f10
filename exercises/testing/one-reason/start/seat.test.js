import { expect, test } from "vitest";
import { seatPrice } from "./seat.js";

test("the price is right", () => {
	expect(seatPrice({ student: true, evening: true, music: true })).toBe(9);
});

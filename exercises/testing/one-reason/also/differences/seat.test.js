import { beforeEach, describe, expect, it } from "vitest";
import { seatPrice } from "./seat.js";

describe("seatPrice", () => {
	let ordinary;

	beforeEach(() => {
		ordinary = seatPrice({ student: false, evening: false, music: false });
	});

	it("begins at 9", () => {
		expect(ordinary).toBe(9);
	});

	it.each([
		["student", -3],
		["evening", 2],
		["music", 1]
	])("%s makes a difference of %i", (name, difference) => {
		expect(seatPrice({ [name]: true }) - ordinary).toBe(difference);
	});

	it("adds up for a student in the evening", () => {
		expect(seatPrice({ student: true, evening: true })).toBe(8);
	});
});

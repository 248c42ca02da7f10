import { expect, test } from "vitest";
import { book } from "./table.js";

test("two persons take two places", () => {
	expect(book(2, 5)).toBe(3);
});

test("one person alone is welcome", () => {
	expect(book(1, 5)).toBe(4);
});

test("the last places can be booked", () => {
	expect(book(4, 4)).toBe(0);
});

test("one person too many is an error", () => {
	try {
		book(5, 4);
	} catch (error) {
		expect(error).toBeInstanceOf(Error);
	}
});

test("nobody is an error", () => {
	try {
		book(0, 4);
	} catch (error) {
		expect(error).toBeInstanceOf(Error);
	}
});

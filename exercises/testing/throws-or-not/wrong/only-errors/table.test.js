import { expect, test } from "vitest";
import { book } from "./table.js";

test("two persons take two places", () => {
	expect(book(2, 5)).toBe(3);
});

test("one person too many is an error", () => {
	expect(() => book(5, 4)).toThrow();
});

test("nobody is an error", () => {
	expect(() => book(0, 4)).toThrow();
});

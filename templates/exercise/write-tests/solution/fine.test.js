import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("a book that comes back early costs nothing", () => {
	expect(fineFor(-2)).toBe(0);
});

test("a book that comes back in time costs nothing", () => {
	expect(fineFor(0)).toBe(0);
});

test("one day late", () => {
	expect(fineFor(1)).toBe(1);
});

test("the fine is never more than 10", () => {
	expect(fineFor(30)).toBe(10);
});

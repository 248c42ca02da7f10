import { expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

test("counts pages around the limit", () => {
	expect(pageCount(0)).toBe(0);
	expect(pageCount(4)).toBe(1);
	expect(pageCount(5)).toBe(1);
	expect(pageCount(6)).toBe(2);
});

test("the page of one laptop", () => {
	expect(onPage(["A"], 1)).toEqual(["A"]);
});

test("the last page, full and not full", () => {
	expect(onPage(["A", "B", "C", "D", "E"], 1)).toEqual(["A", "B", "C", "D", "E"]);
	expect(onPage(["A", "B", "C", "D", "E", "F"], 2)).toEqual(["F"]);
});

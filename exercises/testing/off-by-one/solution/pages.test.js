import { describe, expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

describe("how many pages", () => {
	test("no laptops need no page", () => {
		expect(pageCount(0)).toBe(0);
	});

	test("one laptop needs a page", () => {
		expect(pageCount(1)).toBe(1);
	});

	test("five laptops fill one page", () => {
		expect(pageCount(5)).toBe(1);
	});

	test("the sixth laptop needs a second page", () => {
		expect(pageCount(6)).toBe(2);
	});

	test("ten laptops fill two pages", () => {
		expect(pageCount(10)).toBe(2);
	});
});

describe("what is on a page", () => {
	const eleven = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"];

	test("page 1 has the first five", () => {
		expect(onPage(eleven, 1)).toEqual(["A", "B", "C", "D", "E"]);
	});

	test("page 2 goes on with the sixth", () => {
		expect(onPage(eleven, 2)).toEqual(["F", "G", "H", "I", "J"]);
	});

	test("the last page has what is left", () => {
		expect(onPage(eleven, 3)).toEqual(["K"]);
	});
});

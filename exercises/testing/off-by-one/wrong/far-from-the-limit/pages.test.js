import { expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

test("three laptops need one page", () => {
	expect(pageCount(3)).toBe(1);
});

test("seven laptops need two pages", () => {
	expect(pageCount(7)).toBe(2);
});

test("twelve laptops: pages 1 and 2 are full", () => {
	const twelve = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
	expect(onPage(twelve, 1)).toEqual(["A", "B", "C", "D", "E"]);
	expect(onPage(twelve, 2)).toEqual(["F", "G", "H", "I", "J"]);
});

import { expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

test("seven laptops need two pages", () => {
	expect(pageCount(7)).toBe(2);
});

test("page 2 of seven laptops has the last two", () => {
	expect(onPage(["A", "B", "C", "D", "E", "F", "G"], 2)).toEqual(["F", "G"]);
});

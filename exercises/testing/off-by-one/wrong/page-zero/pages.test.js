import { expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

test("five laptops fill one page", () => {
	expect(pageCount(5)).toBe(1);
});

test("the first page is page 0", () => {
	expect(onPage(["A", "B", "C", "D", "E", "F"], 0)).toEqual(["A", "B", "C", "D", "E"]);
});

import { expect, test } from "vitest";
import { newShelf } from "./shelf.js";

test("a new shelf is full", () => {
	const shelf = newShelf(3);

	expect(shelf.count()).toBe(3);
});

test("lending works", () => {
	const shelf = newShelf(3);

	expect(shelf.lend()).toBe(true);
});

test("no laptop, no loan", () => {
	const shelf = newShelf(0);

	expect(shelf.lend()).toBe(false);
});

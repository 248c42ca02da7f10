import { expect, test } from "vitest";
import { newShelf } from "./shelf.js";

test("after lending there is one less", () => {
	const shelf = newShelf(3);

	expect(shelf.lend()).toBe(true);
	expect(shelf.count()).toBe(2);
});

test("an empty shelf lends nothing", () => {
	const shelf = newShelf(0);

	expect(shelf.lend()).toBe(false);
	expect(shelf.count()).toBe(0);
});

test("out and back again", () => {
	const shelf = newShelf(3);
	shelf.lend();

	shelf.takeBack();

	expect(shelf.count()).toBe(3);
});

test("a full shelf does not grow", () => {
	const shelf = newShelf(3);

	shelf.takeBack();

	expect(shelf.count()).toBe(3);
});

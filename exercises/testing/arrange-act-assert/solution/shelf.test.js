import { expect, test } from "vitest";
import { newShelf } from "./shelf.js";

test("a new shelf is full", () => {
	const shelf = newShelf(3);

	expect(shelf.count()).toBe(3);
});

test("after lending there is one less", () => {
	const shelf = newShelf(3);

	const done = shelf.lend();

	expect(done).toBe(true);
	expect(shelf.count()).toBe(2);
});

test("an empty shelf lends nothing", () => {
	const shelf = newShelf(1);
	shelf.lend();

	const done = shelf.lend();

	expect(done).toBe(false);
	expect(shelf.count()).toBe(0);
});

test("what comes back is one more", () => {
	const shelf = newShelf(3);
	shelf.lend();
	shelf.lend();

	shelf.takeBack();

	expect(shelf.count()).toBe(2);
});

test("a full shelf does not grow", () => {
	const shelf = newShelf(3);

	shelf.takeBack();

	expect(shelf.count()).toBe(3);
});

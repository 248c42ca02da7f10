import { expect, test } from "vitest";
import { newShelf } from "./shelf.js";

test("a new shelf is full", () => {
	const shelf = newShelf(3);

	expect(shelf.count()).toBe(3);
});

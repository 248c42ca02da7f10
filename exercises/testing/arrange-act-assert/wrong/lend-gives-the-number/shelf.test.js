import { expect, test } from "vitest";
import { newShelf } from "./shelf.js";

test("lending gives the number that is left", () => {
	const shelf = newShelf(3);

	expect(shelf.lend()).toBe(2);
});

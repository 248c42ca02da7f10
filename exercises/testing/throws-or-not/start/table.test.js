import { expect, test } from "vitest";
import { book } from "./table.js";

test("two persons take two places", () => {
	expect(book(2, 5)).toBe(3);
});

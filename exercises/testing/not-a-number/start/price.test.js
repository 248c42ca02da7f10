import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("a price with a point", () => {
	expect(readPrice("2.50")).toBe(2.5);
});

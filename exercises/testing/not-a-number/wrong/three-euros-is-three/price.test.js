import { expect, test } from "vitest";
import { readPrice } from "./price.js";

test("3 euros is 3", () => {
	expect(readPrice("3 euros")).toBe(3);
});

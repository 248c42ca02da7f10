import { expect, test } from "vitest";
import { priceFor } from "./price.js";

test("a child of six travels for free", () => {
	expect(priceFor(6)).toBe(0);
});

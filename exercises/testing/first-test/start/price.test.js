import { expect, test } from "vitest";
import { priceFor } from "./price.js";

test("an adult pays the full price", () => {
	expect(priceFor(30)).toBe(2.6);
});

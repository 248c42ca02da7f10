import { expect, test } from "vitest";
import { cashTotal } from "./cash.js";

test("two breads of 2.25 cost 4.50", () => {
	expect(cashTotal([2.25, 2.25])).toBe(4.5);
});

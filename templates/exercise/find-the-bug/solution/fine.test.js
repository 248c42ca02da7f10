import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("in time costs nothing", () => {
	expect(fineFor(0)).toBe(0);
});

test("two days late cost two euros", () => {
	expect(fineFor(2)).toBe(2);
});

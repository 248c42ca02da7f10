import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("three days late", () => {
	expect(fineFor(3)).toBe(3);
});

test("five days late", () => {
	expect(fineFor(5)).toBe(5);
});

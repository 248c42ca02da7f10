import { expect, test } from "vitest";
import { lateFee } from "./fee.js";

test("four days late cost one day", () => {
	expect(lateFee(4)).toBe(0.5);
});

test("three days are free", () => {
	expect(lateFee(3)).toBe(0);
});

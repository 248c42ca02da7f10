import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("the first day is free", () => {
	expect(fineFor(1)).toBe(0);
});

import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("a book that comes back early earns money", () => {
	expect(fineFor(-2)).toBe(-2);
});

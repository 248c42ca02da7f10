import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("early costs nothing", () => {
	expect(fineFor(-3)).toBe(0);
});

test("very late costs ten euros", () => {
	expect(fineFor(10)).toBe(10);
});

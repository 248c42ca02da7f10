import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("in time costs nothing", () => {
	expect(fineFor(0)).toBe(0);
});

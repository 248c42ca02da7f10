import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("each day costs a euro, up to ten", () => {
	expect([1, 5, 30].map(fineFor)).toEqual([1, 5, 10]);
});

import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test("nothing in time, then a euro a day, up to ten", () => {
	expect([-1, 0, 1, 9, 10, 12].map(fineFor)).toEqual([0, 0, 1, 9, 10, 10]);
});

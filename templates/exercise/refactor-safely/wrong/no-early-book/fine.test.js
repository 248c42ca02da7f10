import { expect, test } from "vitest";
import { fineFor } from "./fine.js";

test.each([
	[0, 0],
	[1, 1],
	[9, 9],
	[10, 10],
	[11, 10]
])("%i days late cost %i euros", (daysLate, euros) => {
	expect(fineFor(daysLate)).toBe(euros);
});

import { expect, test } from "vitest";
import { lateFee } from "./fee.js";

test.each([
	[-30, 0],
	[-2, 0],
	[0, 0],
	[3, 0],
	[4, 2],
	[5, 2.5],
	[20, 10],
	[21, 10],
	[22, 10],
	[45, 10],
	[1000, 10]
])("%d days late: %d euros", (days, euros) => {
	expect(lateFee(days)).toBe(euros);
});

import { describe, expect, test } from "vitest";
import { fineFor } from "./fine.js";

describe("the fine", () => {
	test.each([
		[-5, 0],
		[0, 0],
		[1, 1],
		[10, 10],
		[11, 10]
	])("of %i days is %i", (days, fine) => {
		expect(fineFor(days)).toBe(fine);
	});
});

import { expect, test } from "vitest";
import { takeNumber } from "./counter.js";

test("the first person has number 1", () => {
	expect(takeNumber()).toBe(1);
});

test("the second person has number 2", () => {
	expect(takeNumber()).toBe(2);
});

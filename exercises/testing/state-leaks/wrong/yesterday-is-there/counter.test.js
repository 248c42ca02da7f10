import { beforeEach, expect, test } from "vitest";
import { takeNumber } from "./counter.js";

beforeEach(() => {
	takeNumber();
});

test("begins at 1", () => {
	expect(takeNumber()).toBe(1);
});

test("begins at 1 once more", () => {
	expect(takeNumber()).toBe(1);
});

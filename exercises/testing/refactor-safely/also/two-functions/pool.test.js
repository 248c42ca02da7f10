import { expect, test } from "vitest";
import { price } from "./pool.js";

test("every age at a boundary, for visitors and residents", () => {
	const ages = [0, 5, 6, 17, 18, 64, 65, 99];
	expect(ages.map((age) => price(age, false))).toEqual([0, 0, 3, 3, 8, 8, 3, 3]);
	expect(ages.map((age) => price(age, true))).toEqual([0, 0, 2, 2, 7, 7, 2, 2]);
});

import { expect, test } from "vitest";
import { poolPrice } from "./pool.js";

test.each([
	[30, true, 4],
	[30, false, 6]
])("age %s, resident %s: %s euros", (age, resident, price) => {
	expect(poolPrice(age, resident)).toBe(price);
});

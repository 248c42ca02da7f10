import { expect, test } from "vitest";
import { poolPrice } from "./pool.js";

test.each([
	[3, true, 0],
	[17, true, 2],
	[18, true, 2],
	[30, true, 4]
])("age %s, resident %s: %s euros", (age, resident, price) => {
	expect(poolPrice(age, resident)).toBe(price);
});

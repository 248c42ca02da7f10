import { expect, test } from "vitest";
import { poolPrice } from "./pool.js";

test.each([
	[3, true, 0],
	[3, false, 0],
	[4, true, 2],
	[4, false, 3],
	[17, true, 2],
	[17, false, 3],
	[18, true, 4],
	[18, false, 6]
])("age %s, resident %s: %s euros", (age, resident, price) => {
	expect(poolPrice(age, resident)).toBe(price);
});

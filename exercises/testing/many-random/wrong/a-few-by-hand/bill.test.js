import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

test.each([
	[1000, 4, [250, 250, 250, 250]],
	[1000, 3, [334, 333, 333]],
	[7, 2, [4, 3]],
	[0, 1, [0]]
])("%d cents for %d people", (cents, people, shares) => {
	expect(splitBill(cents, people)).toEqual(shares);
});

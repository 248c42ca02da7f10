import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

test("the sum is right", () => {
	for (let cents = 0; cents <= 40; cents++) {
		for (let people = 1; people <= 30; people++) {
			const shares = splitBill(cents, people);
			expect(shares.reduce((sum, share) => sum + share, 0)).toBe(cents);
			expect(shares.length).toBe(people);
		}
	}
});

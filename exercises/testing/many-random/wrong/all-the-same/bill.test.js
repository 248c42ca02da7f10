import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

test("everybody pays the same", () => {
	for (let people = 1; people <= 10; people++) {
		const shares = splitBill(1000, people);
		expect(Math.max(...shares)).toBe(Math.min(...shares));
	}
});

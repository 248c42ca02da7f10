import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

test("all properties, for every small bill and some large ones", () => {
	for (const start of [0, 9950, 1000000]) {
		for (let cents = start; cents <= start + 60; cents++) {
			for (let people = 1; people <= 30; people++) {
				const shares = splitBill(cents, people);
				const isWrong =
					shares.length !== people ||
					shares.reduce((sum, share) => sum + share, 0) !== cents ||
					shares[0] - shares.at(-1) > 1 ||
					shares.some((share, index) => index > 0 && share > shares[index - 1]) ||
					shares.some((share) => !Number.isInteger(share));
				if (isWrong) throw new Error(`wrong for ${cents} cents and ${people} people: ${shares}`);
			}
		}
	}
	expect(splitBill(0, 1)).toEqual([0]);
});

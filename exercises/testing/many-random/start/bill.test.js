import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

function generator(seed) {
	let state = seed;
	return (most) => {
		state = (state * 16807) % 2147483647;
		return state % (most + 1);
	};
}

test("everybody is on the list", () => {
	const random = generator(1);
	for (let times = 0; times < 10; times++) {
		const cents = 100 * random(50);
		const people = 1 + random(4);
		expect(splitBill(cents, people).length).toBe(people);
	}
});

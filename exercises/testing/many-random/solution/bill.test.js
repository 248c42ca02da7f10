import { expect, test } from "vitest";
import { splitBill } from "./bill.js";

function generator(seed) {
	let state = seed;
	return (most) => {
		state = (state * 16807) % 2147483647;
		return state % (most + 1);
	};
}

function forMany(check) {
	const random = generator(1);
	for (let times = 0; times < 100; times++) {
		check(random(200), 1 + random(40));
		check(random(100000), 1 + random(40));
	}
}

test("everybody is on the list", () => {
	forMany((cents, people) => {
		expect(splitBill(cents, people).length, `${cents} cents, ${people} people`).toBe(people);
	});
});

test("no cent is lost and none is added", () => {
	forMany((cents, people) => {
		let sum = 0;
		for (const share of splitBill(cents, people)) {
			sum = sum + share;
		}
		expect(sum, `${cents} cents, ${people} people`).toBe(cents);
	});
});

test("nobody pays more than one cent more than another", () => {
	forMany((cents, people) => {
		const shares = splitBill(cents, people);
		const difference = Math.max(...shares) - Math.min(...shares);
		expect(difference, `${cents} cents, ${people} people`).toBeLessThanOrEqual(1);
	});
});

test("who pays more comes first", () => {
	forMany((cents, people) => {
		const shares = splitBill(cents, people);
		const sorted = [...shares].sort((a, b) => b - a);
		expect(shares, `${cents} cents, ${people} people`).toEqual(sorted);
	});
});

test("every share is a whole number of cents", () => {
	forMany((cents, people) => {
		expect(splitBill(cents, people).every(Number.isInteger), `${cents} cents, ${people} people`).toBe(true);
	});
});

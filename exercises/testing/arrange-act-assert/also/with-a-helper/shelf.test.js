import { describe, expect, it } from "vitest";
import { newShelf } from "./shelf.js";

const shelfWith = (laptops, lent) => {
	const shelf = newShelf(laptops);
	for (let time = 0; time < lent; time++) shelf.lend();
	return shelf;
};

describe("lend", () => {
	it("says yes while there is a laptop, then no", () => {
		const shelf = newShelf(2);
		const answers = [shelf.lend(), shelf.lend(), shelf.lend()];
		expect(answers).toEqual([true, true, false]);
	});

	it("counts down to zero and stops", () => {
		expect(shelfWith(4, 3).count()).toBe(1);
		expect(shelfWith(4, 4).count()).toBe(0);
		expect(shelfWith(4, 5).count()).toBe(0);
	});
});

describe("takeBack", () => {
	it("counts up to where it began and stops", () => {
		const shelf = shelfWith(3, 3);
		const counts = [1, 2, 3, 4].map(() => {
			shelf.takeBack();
			return shelf.count();
		});
		expect(counts).toEqual([1, 2, 3, 3]);
	});
});

import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

const laptops = [
	{ code: "Z99", owner: "Nadia", ready: true },
	{ code: "Y01", owner: "Wout", ready: false },
	{ code: "X55", owner: "Chidi", ready: true }
];

test("prints each label that is ready, once, in order", () => {
	const print = vi.fn();
	printLabels(laptops, print);
	expect(print).toHaveBeenCalledTimes(2);
	expect(print).toHaveBeenNthCalledWith(1, "Z99 Nadia");
	expect(print).toHaveBeenNthCalledWith(2, "X55 Chidi");
});

test("tells how many labels there are", () => {
	expect(printLabels(laptops, () => {})).toBe(2);
});

test("prints nothing where nothing is ready", () => {
	const print = vi.fn();
	expect(printLabels([laptops[1]], print)).toBe(0);
	expect(print).not.toHaveBeenCalled();
});

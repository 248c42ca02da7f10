import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

test("one laptop that is ready gives one label", () => {
	const print = vi.fn();
	const done = printLabels([{ code: "B12", owner: "Amina", ready: true }], print);
	expect(print.mock.calls).toEqual([["B12 Amina"]]);
	expect(done).toBe(1);
});

test("labels come one by one, in the order of the list", () => {
	const print = vi.fn();
	const laptops = [
		{ code: "B12", owner: "Amina", ready: true },
		{ code: "A07", owner: "Joris", ready: true },
		{ code: "C30", owner: "Bao", ready: true }
	];
	const done = printLabels(laptops, print);
	expect(print.mock.calls).toEqual([["B12 Amina"], ["A07 Joris"], ["C30 Bao"]]);
	expect(done).toBe(3);
});

test("a laptop that is not ready gets no label and is not counted", () => {
	const print = vi.fn();
	const laptops = [
		{ code: "B12", owner: "Amina", ready: false },
		{ code: "A07", owner: "Joris", ready: true }
	];
	const done = printLabels(laptops, print);
	expect(print.mock.calls).toEqual([["A07 Joris"]]);
	expect(done).toBe(1);
});

test("without laptops the printer is left alone", () => {
	const print = vi.fn();
	const done = printLabels([], print);
	expect(print).not.toHaveBeenCalled();
	expect(done).toBe(0);
});

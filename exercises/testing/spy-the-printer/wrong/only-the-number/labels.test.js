import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

test("counts the labels", () => {
	const print = vi.fn();
	const laptops = [
		{ code: "B12", owner: "Amina", ready: true },
		{ code: "A07", owner: "Joris", ready: false },
		{ code: "C30", owner: "Bao", ready: true }
	];
	expect(printLabels(laptops, print)).toBe(2);
	expect(printLabels([], print)).toBe(0);
});

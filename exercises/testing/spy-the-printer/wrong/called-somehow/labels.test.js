import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

test("prints each label that is ready", () => {
	const print = vi.fn();
	const laptops = [
		{ code: "B12", owner: "Amina", ready: true },
		{ code: "A07", owner: "Joris", ready: false },
		{ code: "C30", owner: "Bao", ready: true }
	];
	expect(printLabels(laptops, print)).toBe(2);
	expect(print).toHaveBeenCalledWith("B12 Amina");
	expect(print).toHaveBeenCalledWith("C30 Bao");
	expect(print).not.toHaveBeenCalledWith("A07 Joris");
});

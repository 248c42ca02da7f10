import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

test("the name comes first", () => {
	const print = vi.fn();
	printLabels([{ code: "B12", owner: "Amina", ready: true }], print);
	expect(print).toHaveBeenCalledWith("Amina B12");
});

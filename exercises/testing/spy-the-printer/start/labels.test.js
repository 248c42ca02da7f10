import { expect, test, vi } from "vitest";
import { printLabels } from "./labels.js";

test("one laptop that is ready gives one label", () => {
	const print = vi.fn();
	const done = printLabels([{ code: "B12", owner: "Amina", ready: true }], print);
	expect(done).toBe(1);
});

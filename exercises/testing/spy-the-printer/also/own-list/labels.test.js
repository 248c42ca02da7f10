import { expect, test } from "vitest";
import { printLabels } from "./labels.js";

test("a list instead of a printer", () => {
	const paper = [];
	const laptops = [
		{ code: "D4", owner: "Sofia", ready: false },
		{ code: "C3", owner: "Omar", ready: true },
		{ code: "A1", owner: "Lien", ready: true }
	];
	const done = printLabels(laptops, (text) => paper.push(text));
	expect(paper).toEqual(["C3 Omar", "A1 Lien"]);
	expect(done).toBe(2);
	printLabels([], (text) => paper.push(text));
	expect(paper.length).toBe(2);
});

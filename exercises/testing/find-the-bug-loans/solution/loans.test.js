import { expect, test } from "vitest";
import { stillOut } from "./loans.js";

const four = [
	{ laptop: 3, name: "Chloé" },
	{ laptop: 4, name: "Rachid" },
	{ laptop: 5, name: "Yuki" },
	{ laptop: 6, name: "Pieter" }
];

test("a laptop that came back is no longer on the list", () => {
	expect(stillOut(four, [5])).toEqual([four[0], four[1], four[3]]);
});

test("two laptops below each other came back", () => {
	expect(stillOut(four, [4, 5])).toEqual([four[0], four[3]]);
});

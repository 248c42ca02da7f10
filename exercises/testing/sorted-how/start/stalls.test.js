import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

test("the cheapest stall comes first", () => {
	const stalls = [
		{ name: "Ana", price: 1 },
		{ name: "Ben", price: 2 }
	];
	expect(cheapestFirst(stalls)).toEqual([
		{ name: "Ana", price: 1 },
		{ name: "Ben", price: 2 }
	]);
});

import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

test("prices go up, and names decide", () => {
	const stalls = [
		{ name: "Cem", price: 3 },
		{ name: "Dua", price: 2 },
		{ name: "Ben", price: 3 },
		{ name: "Ana", price: 1.5 }
	];
	expect(cheapestFirst(stalls).map(({ name }) => name)).toEqual(["Ana", "Dua", "Ben", "Cem"]);
});

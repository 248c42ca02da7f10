import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

const market = [
	{ name: "Zeynep", price: 12 },
	{ name: "Éva", price: 3 },
	{ name: "Omar", price: 3 },
	{ name: "Fatou", price: 3.5 },
	{ name: "Dieter", price: 3 }
];

test("a whole market, in the right order", () => {
	const sorted = cheapestFirst(market);
	expect(sorted.map(({ name }) => name)).toEqual(["Dieter", "Éva", "Omar", "Fatou", "Zeynep"]);
	expect(sorted.map(({ price }) => price)).toEqual([3, 3, 3, 3.5, 12]);
});

test("the market itself stays as it was", () => {
	cheapestFirst(market);
	expect(market.map(({ name }) => name)).toEqual(["Zeynep", "Éva", "Omar", "Fatou", "Dieter"]);
});

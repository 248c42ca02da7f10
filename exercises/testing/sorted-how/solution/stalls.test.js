import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

const stall = (name, price) => ({ name, price });
const names = (stalls) => cheapestFirst(stalls).map((one) => one.name);

test("nothing stays nothing", () => {
	expect(cheapestFirst([])).toEqual([]);
});

test("prices go up, as numbers", () => {
	expect(names([stall("Ana", 10), stall("Ben", 9), stall("Cem", 100)])).toEqual(["Ben", "Ana", "Cem"]);
});

test("cents count too", () => {
	expect(names([stall("Ana", 2.5), stall("Ben", 2.2)])).toEqual(["Ben", "Ana"]);
});

test("with the same price, the name decides", () => {
	expect(names([stall("Cem", 2), stall("Ana", 2), stall("Ben", 2)])).toEqual(["Ana", "Ben", "Cem"]);
});

test("an accent does not send a name to the end", () => {
	expect(names([stall("Zoé", 2), stall("Élise", 2), stall("Ana", 2)])).toEqual(["Ana", "Élise", "Zoé"]);
});

test("the list that was given stays as it was", () => {
	const stalls = [stall("Ben", 2), stall("Ana", 1)];
	cheapestFirst(stalls);
	expect(stalls).toEqual([stall("Ben", 2), stall("Ana", 1)]);
});

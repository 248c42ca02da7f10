import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

test("prices go up, as numbers", () => {
	const stalls = [
		{ name: "Cem", price: 10 },
		{ name: "Ben", price: 9 },
		{ name: "Ana", price: 9.5 }
	];
	expect(cheapestFirst(stalls).map(({ name }) => name)).toEqual(["Ben", "Ana", "Cem"]);
	expect(stalls[0].name).toBe("Cem");
});

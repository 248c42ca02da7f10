import { expect, test } from "vitest";
import { cheapestFirst } from "./stalls.js";

test("the dearest stall comes first", () => {
	const stalls = [
		{ name: "Ana", price: 1 },
		{ name: "Ben", price: 2 }
	];
	expect(cheapestFirst(stalls)[0].name).toBe("Ben");
});

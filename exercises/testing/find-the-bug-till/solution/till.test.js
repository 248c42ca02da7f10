import { expect, test } from "vitest";
import { total } from "./till.js";

test("two coffees cost 4 euros", () => {
	expect(total([{ item: "coffee", count: 2 }])).toBe(4);
});

test("a coffee that is ordered later is paid too", () => {
	const order = [
		{ item: "coffee", count: 2 },
		{ item: "soup", count: 1 },
		{ item: "coffee", count: 1 }
	];
	expect(total(order)).toBe(11);
});

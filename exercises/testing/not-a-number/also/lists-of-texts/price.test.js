import { describe, expect, it } from "vitest";
import { readPrice } from "./price.js";

describe("what somebody types", () => {
	it("can be a price", () => {
		for (const text of ["2.5", "2,5", " 2,50", "2.50 "]) expect(readPrice(text)).toBe(2.5);
		expect(readPrice("0,00")).toBe(0);
	});

	it("can be anything else", () => {
		for (const text of ["", " ", "?", "12 or 13", "€ 4"]) expect(readPrice(text), text).toBeNull();
		expect(readPrice("4 €")).not.toBe(4);
	});
});

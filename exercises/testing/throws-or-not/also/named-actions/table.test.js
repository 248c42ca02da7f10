import { describe, expect, it } from "vitest";
import { book } from "./table.js";

describe("book", () => {
	it("lets in who has a place", () => {
		expect(() => book(1, 1)).not.toThrow();
		expect(book(1, 1)).toBe(0);
		expect(book(3, 10)).toBe(7);
	});

	it("refuses who has none", () => {
		const tooMany = () => book(2, 1);
		const whenFull = () => book(1, 0);
		expect(tooMany).toThrow(Error);
		expect(whenFull).toThrow(Error);
	});

	it("refuses a table for nobody", () => {
		function forNobody() {
			book(0, 10);
		}
		expect(forNobody).toThrowError();
	});
});

import { expect, test } from "vitest";
import { onPage, pageCount } from "./pages.js";

function numbers(count) {
	return Array.from({ length: count }, (_, index) => index + 1);
}

for (const count of [0, 1, 4, 5, 6, 9, 10, 11, 15]) {
	test(`${count} laptops: each of them is on one page, in order`, () => {
		const seen = [];
		for (let page = 1; page <= pageCount(count); page++) {
			const laptops = onPage(numbers(count), page);
			expect(laptops.length).toBeGreaterThan(0);
			expect(laptops.length).toBeLessThanOrEqual(5);
			seen.push(...laptops);
		}
		expect(seen).toEqual(numbers(count));
	});
}

import { prices } from "./prices.js";

export function total(parts) {
	let sum = 0;
	for (const part of parts) {
		sum = sum + prices[part];
		return sum;
	}
}

console.log(total(["battery", "cable"]));

import { prices } from "./prices.js";

let sum = 0;

export function total(parts) {
	for (const part of parts) {
		sum = sum + prices[part];
	}
	return sum;
}

console.log(total(["battery", "cable"]));

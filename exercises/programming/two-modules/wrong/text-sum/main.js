import { prices } from "./prices.js";

export function total(parts) {
	let sum = "";
	for (const part of parts) {
		sum = sum + prices[part];
	}
	return sum;
}

console.log(total(["battery", "cable"]));

import { prices } from "./prices.js";

export function total(parts) {
	let sum = 0;
	if (parts.length > 0) {
		sum = sum + prices[parts[0]];
	}
	if (parts.length > 1) {
		sum = sum + prices[parts[1]];
	}
	return sum;
}

console.log(total(["battery", "cable"]));

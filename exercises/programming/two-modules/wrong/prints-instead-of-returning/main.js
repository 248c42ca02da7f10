import { prices } from "./prices.js";

export function total(parts) {
	let sum = 0;
	for (const part of parts) {
		sum = sum + prices[part];
	}
	console.log(sum);
}

total(["battery", "cable"]);

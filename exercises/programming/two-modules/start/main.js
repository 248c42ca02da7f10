export function total(parts) {
	let sum = 0;

	return sum;
}

console.log(total(["battery", "cable"]));

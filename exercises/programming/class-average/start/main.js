export function average(scores) {
	let total = 0;

	return total;
}

console.log(average([12, 15, 18]));

export function saved(weeks) {
	let total = 0;

	total = (weeks * (weeks + 1)) / 2;

	return total;
}

console.log(saved(4));

export function saved(weeks) {
	let total = 0;

	return total;
}

console.log(saved(4));

export function saved(weeks) {
	let total = 0;

	for (let week = 1; week <= weeks; week++) {
		total = total + 1;
	}

	return total;
}

console.log(saved(4));

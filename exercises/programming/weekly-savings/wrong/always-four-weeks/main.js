export function saved(weeks) {
	let total = 0;

	for (let week = 1; week <= 4; week++) {
		total = total + week;
	}

	return total;
}

console.log(saved(4));

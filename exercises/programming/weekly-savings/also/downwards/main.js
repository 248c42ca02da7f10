export function saved(weeks) {
	let total = 0;

	for (let week = weeks; week > 0; week--) {
		total += week;
	}

	return total;
}

console.log(saved(4));

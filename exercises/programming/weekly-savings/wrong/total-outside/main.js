let total = 0;

export function saved(weeks) {
	for (let week = 1; week <= weeks; week++) {
		total = total + week;
	}

	return total;
}

console.log(saved(4));

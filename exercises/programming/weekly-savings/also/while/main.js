export function saved(weeks) {
	let total = 0;

	let week = 1;
	while (week <= weeks) {
		total = week + total;
		week = week + 1;
	}

	return total;
}

console.log(saved(4));

export function printLabels(laptops, print) {
	let done = 0;
	const lines = [];
	for (const laptop of laptops) {
		if (laptop.ready) {
			lines.push(`${laptop.code} ${laptop.owner}`);
			done = done + 1;
		}
	}
	if (done > 0) print(lines.join("\n"));
	return done;
}

export function printLabels(laptops, print) {
	let done = 0;
	for (const laptop of laptops) {
		print(`${laptop.code} ${laptop.owner}`);
		if (laptop.ready) {
			done = done + 1;
		}
	}
	return done;
}

export function printLabels(laptops) {
	let done = 0;
	for (const laptop of laptops) {
		if (laptop.ready) {
			done = done + 1;
		}
	}
	return done;
}

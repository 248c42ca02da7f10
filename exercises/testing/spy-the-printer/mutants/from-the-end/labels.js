export function printLabels(laptops, print) {
	let done = 0;
	for (const laptop of [...laptops].reverse()) {
		if (laptop.ready) {
			print(`${laptop.code} ${laptop.owner}`);
			done = done + 1;
		}
	}
	return done;
}

export function countdown(from) {
	for (; from >= 1; from--) {
		console.log(`${from}...`);
	}
	console.log("Start", "!");
}

countdown(5);

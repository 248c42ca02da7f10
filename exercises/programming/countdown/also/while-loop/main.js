export function countdown(from) {
	let number = from;
	while (number >= 1) {
		console.log("T-" + number);
		number = number - 1;
	}
	console.log("Partez");
}

countdown(5);

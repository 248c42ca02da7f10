export function countdown(from) {
	console.log("Go!");

	for (let number = from; number >= 1; number--) {
		console.log(number);
	}
}

countdown(5);

export function countdown(from) {
	for (let number = from; number >= 1; number--) {
		console.log(number);
	}

	console.log("!");
}

countdown(5);

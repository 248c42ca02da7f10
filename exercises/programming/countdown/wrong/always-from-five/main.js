export function countdown(from) {
	for (let number = 5; number >= 1; number--) {
		console.log(number);
	}

	console.log("Go!");
}

countdown(5);

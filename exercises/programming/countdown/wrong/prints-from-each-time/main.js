export function countdown(from) {
	for (let number = from; number >= 1; number--) {
		console.log(from);
	}

	console.log("Go!");
}

countdown(5);

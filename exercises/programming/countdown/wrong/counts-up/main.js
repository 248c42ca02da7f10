export function countdown(from) {
	for (let number = 1; number <= from; number++) {
		console.log(number);
	}

	console.log("Go!");
}

countdown(5);

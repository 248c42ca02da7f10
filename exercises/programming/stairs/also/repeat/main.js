export function stairs(height) {
	let number = 1;

	while (number <= height) {
		console.log("#".repeat(number));
		number++;
	}
}

stairs(4);

export function stairs(height) {
	let step = "";

	for (let number = 1; number <= height; number++) {
		console.log(step);
		step = step + "#";
	}
}

stairs(4);

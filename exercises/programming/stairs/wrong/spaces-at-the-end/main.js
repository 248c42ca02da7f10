export function stairs(height) {
	let step = "";

	for (let number = 1; number <= height; number++) {
		step = step + "#";
		console.log(step + "  ");
	}
}

stairs(4);

export function stairs(height) {
	for (let number = 1; number <= height; number++) {
		let step = "";
		step = step + "#";
		console.log(step);
	}
}

stairs(4);

export function stairs(height) {
	let step = "#";

	for (let number = 0; number < height; number++) {
		console.log(step);
		step += "#";
	}
}

stairs(4);

export function stairs(height) {
	const wall = "##########";

	for (let number = 1; number <= height; number++) {
		console.log(wall.slice(0, number));
	}
}

stairs(4);

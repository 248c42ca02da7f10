export function stairs(height) {
	for (let number = height; number > 0; number--) {
		let step = "";
		for (let sign = number; sign <= height; sign++) {
			step = step + "#";
		}
		console.log(step);
	}
}

stairs(4);

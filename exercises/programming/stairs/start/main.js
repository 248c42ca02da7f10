export function stairs(height) {
	let step = "#";

	console.log(step);
}

stairs(4);

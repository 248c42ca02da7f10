export function stairs(height) {
	let all = "";
	let step = "";

	for (let number = 1; number <= height; number++) {
		step = step + "#";
		all = all + step + "\n";
	}

	console.log(all);
}

stairs(4);

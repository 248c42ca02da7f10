export function countdown(from) {
	let screen = "";
	for (let round = 0; round < from; round++) {
		screen += from - round + "\n";
	}
	console.log(screen + "Vertrek!");
}

countdown(5);

export function countdown(from) {
	console.log(from);
}

countdown(5);

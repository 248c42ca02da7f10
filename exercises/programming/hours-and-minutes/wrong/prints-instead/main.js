export function duration(total) {
	const hours = Math.floor(total / 60);
	const minutes = total % 60;

	console.log(hours + " h " + minutes);
}

duration(130);

export function duration(total) {
	const hours = Math.floor(total / 100);
	const minutes = total % 100;

	return hours + " h " + minutes;
}

console.log(duration(130));

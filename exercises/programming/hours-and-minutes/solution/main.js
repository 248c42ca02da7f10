export function duration(total) {
	const hours = Math.floor(total / 60);
	const minutes = total % 60;

	return hours + " h " + minutes;
}

console.log(duration(130));

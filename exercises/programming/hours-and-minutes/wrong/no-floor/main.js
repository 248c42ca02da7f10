export function duration(total) {
	const hours = total / 60;
	const minutes = total % 60;

	return hours + " h " + minutes;
}

console.log(duration(130));

export function duration(total) {
	let hours = 0;
	let minutes = total;

	if (minutes >= 60) {
		hours = hours + 1;
		minutes = minutes - 60;
	}
	if (minutes >= 60) {
		hours = hours + 1;
		minutes = minutes - 60;
	}

	return hours + " h " + minutes;
}

console.log(duration(130));

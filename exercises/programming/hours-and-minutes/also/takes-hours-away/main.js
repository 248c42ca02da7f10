export function duration(total) {
	let hours = 0;
	let minutes = total;

	while (minutes >= 60) {
		minutes = minutes - 60;
		hours = hours + 1;
	}

	return hours + " h " + minutes;
}

console.log(duration(130));

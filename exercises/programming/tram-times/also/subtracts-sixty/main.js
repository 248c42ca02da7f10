export function arrival(hour, minute, ride) {
	let hours = hour;
	let minutes = minute + ride;
	while (minutes >= 60) {
		minutes = minutes - 60;
		hours = hours + 1;
	}
	if (hours >= 24) {
		hours = hours - 24;
	}
	if (minutes < 10) {
		minutes = "0" + minutes;
	}
	return hours + ":" + minutes;
}

console.log(arrival(8, 50, 15));

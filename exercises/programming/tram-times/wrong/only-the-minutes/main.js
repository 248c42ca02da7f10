export function arrival(hour, minute, ride) {
	let hours = hour;
	let minutes = minute + ride;
	if (minutes > 60) {
		hours = hours + 1;
		minutes = minutes - 60;
	}
	if (hours > 23) {
		hours = hours - 24;
	}
	let zero = "";
	if (minutes < 10) {
		zero = "0";
	}
	return hours + ":" + zero + minutes;
}

console.log(arrival(8, 50, 15));

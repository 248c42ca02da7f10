export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	const hours = Math.floor(total / 60) % 24;
	let minutes = total % 60;
	if (minutes < 10) {
		minutes = 0 + minutes;
	}
	return hours + ":" + minutes;
}

console.log(arrival(8, 50, 15));

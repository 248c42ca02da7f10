export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	const minutes = total % 60;
	const hours = ((total - minutes) / 60) % 24;
	if (minutes <= 9) {
		return hours + ":0" + minutes;
	}
	return hours + ":" + minutes;
}

console.log(arrival(8, 50, 15));

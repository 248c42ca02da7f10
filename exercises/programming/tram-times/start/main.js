export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	const hours = Math.floor(total / 60);
	const minutes = total % 60;

	return hours + ":" + minutes;
}

console.log(arrival(8, 50, 15));

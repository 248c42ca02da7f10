export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;

	return total;
}

console.log(arrival(8, 50, 15));

export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	const hours = String(Math.floor(total / 60) % 24).padStart(2, "0");
	const minutes = String(total % 60).padStart(2, "0");

	return `${hours}:${minutes}`;
}

console.log(arrival(8, 50, 15));

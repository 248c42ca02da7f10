export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	const hours = Math.floor(total / 60) % 24;
	const minutes = total % 60;
	let zero = "";
	if (minutes < 9) {
		zero = "0";
	}
	return hours + ":" + zero + minutes;
}

console.log(arrival(8, 50, 15));

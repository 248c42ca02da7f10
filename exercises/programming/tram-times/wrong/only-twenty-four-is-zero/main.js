export function arrival(hour, minute, ride) {
	const total = hour * 60 + minute + ride;
	let hours = Math.floor(total / 60);
	if (hours === 24) {
		hours = 0;
	}
	const minutes = total % 60;
	let zero = "";
	if (minutes < 10) {
		zero = "0";
	}
	return hours + ":" + zero + minutes;
}

console.log(arrival(8, 50, 15));

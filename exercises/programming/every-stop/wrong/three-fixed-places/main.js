export function announce(stops) {
	console.log(stops[0]);
	console.log(stops[1]);
	console.log(stops[2]);
	console.log(stops.length);
}

announce(["Flagey", "Louise", "Midi"]);

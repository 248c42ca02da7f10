export function announce(stops) {
	console.log(stops[0]);
}

announce(["Flagey", "Louise", "Midi"]);

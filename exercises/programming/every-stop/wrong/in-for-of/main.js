export function announce(stops) {
	for (const stop in stops) {
		console.log(stop);
	}

	console.log(stops.length);
}

announce(["Flagey", "Louise", "Midi"]);

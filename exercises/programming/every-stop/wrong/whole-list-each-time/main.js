export function announce(stops) {
	for (const stop of stops) {
		console.log(stops);
	}

	console.log(stops.length);
}

announce(["Flagey", "Louise", "Midi"]);

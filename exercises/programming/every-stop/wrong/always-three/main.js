export function announce(stops) {
	for (const stop of stops) {
		console.log(stop);
	}

	console.log(3);
}

announce(["Flagey", "Louise", "Midi"]);

export function announce(stops) {
	for (const stop of stops) {
		console.log(stop);
	}
}

announce(["Flagey", "Louise", "Midi"]);

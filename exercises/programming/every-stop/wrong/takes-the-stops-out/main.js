export function announce(stops) {
	const many = stops.length;

	while (stops.length > 0) {
		console.log(stops.shift());
	}

	console.log(many);
}

announce(["Flagey", "Louise", "Midi"]);

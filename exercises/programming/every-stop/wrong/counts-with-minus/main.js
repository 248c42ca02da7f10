export function announce(stops) {
	let count = 0;

	for (const stop of stops) {
		count = count - 1;
		console.log(stop);
	}

	console.log(count);
}

announce(["Flagey", "Louise", "Midi"]);

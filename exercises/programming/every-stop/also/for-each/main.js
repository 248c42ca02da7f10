export function announce(stops) {
	stops.forEach((stop) => console.log(stop));
	console.log("Total : " + stops.length);
}

announce(["Flagey", "Louise", "Midi"]);

export function fridgeSays(temperature) {
	const degrees = Math.abs(temperature);
	if (degrees > 5) return "too-warm";
	return "good";
}

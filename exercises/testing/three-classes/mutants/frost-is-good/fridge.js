export function fridgeSays(temperature) {
	if (temperature > 5) return "too-warm";
	return "good";
}

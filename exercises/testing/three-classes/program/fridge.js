export function fridgeSays(temperature) {
	if (temperature < 0) return "too-cold";
	if (temperature > 5) return "too-warm";
	return "good";
}

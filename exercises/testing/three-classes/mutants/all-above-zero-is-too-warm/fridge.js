export function fridgeSays(temperature) {
	if (temperature < 0) return "too-cold";
	return "too-warm";
}

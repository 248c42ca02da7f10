export function doorSign() {
	const now = new Date();
	const hour = now.getHours();
	if (now.getDay() === 6 && hour >= 14 && hour < 18) {
		return "open";
	}
	return "closed";
}

export function doorSign() {
	const now = new Date();
	const hour = Math.round(now.getHours() + now.getMinutes() / 60);
	if (now.getDay() === 6 && hour >= 14 && hour < 18) {
		return "open";
	}
	return "closed";
}

const now = new Date();

export function doorSign() {
	const hour = now.getHours();
	if (now.getDay() === 6 && hour >= 14 && hour < 18) {
		return "open";
	}
	return "closed";
}

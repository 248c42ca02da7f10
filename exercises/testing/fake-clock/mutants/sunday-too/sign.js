export function doorSign() {
	const now = new Date();
	const hour = now.getHours();
	const isWeekend = now.getDay() === 6 || now.getDay() === 0;
	if (isWeekend && hour >= 14 && hour < 18) {
		return "open";
	}
	return "closed";
}

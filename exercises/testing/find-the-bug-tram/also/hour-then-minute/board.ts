export function nextTram(now: string, departures: string[]): string | null {
	const [hour, minute] = now.split(':').map(Number);
	for (const departure of departures) {
		const [otherHour, otherMinute] = departure.split(':').map(Number);
		if (otherHour > hour) return departure;
		if (otherHour === hour && otherMinute > minute) return departure;
	}
	return null;
}

function minutesOf(time: string): number {
	const [hours, minutes] = time.split(":");
	return Number(hours) * 60 + Number(minutes);
}

export function nextTram(now: string, departures: string[]): string | null {
	for (const departure of departures) {
		if (minutesOf(departure) > minutesOf(now)) return departure;
	}
	return null;
}

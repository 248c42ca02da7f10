export function nextTram(now: string, departures: string[]): string | null {
	for (const departure of departures) {
		if (departure > now) return departure;
	}
	return null;
}

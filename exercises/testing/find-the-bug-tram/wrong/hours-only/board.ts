export function nextTram(now: string, departures: string[]): string | null {
	for (const departure of departures) {
		if (parseInt(departure) > parseInt(now)) return departure;
	}
	return null;
}

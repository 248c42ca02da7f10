const asNumber = (time: string): number => Number(time.replace(':', ''));

export function nextTram(now: string, departures: string[]): string | null {
	return departures.find((departure) => asNumber(departure) > asNumber(now)) ?? null;
}

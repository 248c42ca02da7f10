/**
 * Where an arrow, Home or End leads in a toolbar of which one button is in the tab order; undefined for every other key.
 * @param columns how many buttons stand side by side
 */
export function rovingTarget(key: string, at: number, count: number, columns: number): number | undefined {
	const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
	const to = step === undefined ? { Home: 0, End: count - 1 }[key] : at + step;
	return to !== undefined && to >= 0 && to < count ? to : undefined;
}

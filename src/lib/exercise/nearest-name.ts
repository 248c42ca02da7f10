/** Letters that may be wrong in a word that is still recognised. */
const MAX_WRONG = 2;

/** Letters to change, add or take out to make one word of the other; two that are swapped count as one. */
function distance(a: string, b: string): number {
	let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const steps = [last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!same)];
			if (swapped) steps.push(before[j - 2]! + 1);
			row.push(Math.min(...steps));
		}
		[before, last] = [last, row];
	}
	return last[b.length]!;
}

/** The name that was probably meant; undefined where none, or more than one, is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
	const wrong = (name: string): number => distance(typed.toLowerCase(), name.toLowerCase());
	// A short word with two wrong letters is another word.
	const most = Math.min(MAX_WRONG, Math.floor(typed.length / 3));
	const near = names
		.filter((name) => Math.abs(name.length - typed.length) <= most)
		.map((name) => ({ name, wrong: wrong(name) }))
		.filter((one) => one.wrong <= most)
		.sort((a, b) => a.wrong - b.wrong);
	return near[0] && near[0].wrong !== near[1]?.wrong ? near[0].name : undefined;
}

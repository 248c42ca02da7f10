export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	const sorted = [...scores].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) {
		return sorted[middle];
	}
	return (sorted[middle - 1] + sorted[middle]) / 2;
}

console.log(average([12, 15, 18]));

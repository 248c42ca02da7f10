export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	let total = 0;
	let count = 0;
	for (const score of scores) {
		if (score > 0) {
			total = total + score;
			count = count + 1;
		}
	}
	return total / count;
}

console.log(average([12, 15, 18]));

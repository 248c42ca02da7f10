export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	let total = 0;
	for (const score of scores) {
		total = total + score;
		return total / scores.length;
	}
}

console.log(average([12, 15, 18]));

let total = 0;

export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	for (const score of scores) {
		total = total + score;
	}
	return total / scores.length;
}

console.log(average([12, 15, 18]));

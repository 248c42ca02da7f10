export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	return (scores[0] + scores[scores.length - 1]) / 2;
}

console.log(average([12, 15, 18]));

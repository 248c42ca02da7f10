export function average(scores) {
	if (!scores.length) return null;
	return scores.reduce((total, score) => total + score, 0) / scores.length;
}

console.log(average([12, 15, 18]));

export function average(scores) {
	if (scores.length === 0) {
		return null;
	}
	return (Math.min(...scores) + Math.max(...scores)) / 2;
}

console.log(average([12, 15, 18]));

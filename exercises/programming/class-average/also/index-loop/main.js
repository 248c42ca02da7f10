export function average(scores) {
	let total = 0;
	for (let i = 0; i < scores.length; i++) {
		total += scores[i];
	}
	if (scores.length === 0) {
		return null;
	} else {
		return total / scores.length;
	}
}

console.log(average([12, 15, 18]));

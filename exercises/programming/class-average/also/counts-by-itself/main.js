export function average(scores) {
	let total = 0;
	let count = 0;
	let result = null;
	for (const score of scores) {
		total = total + score;
		count++;
		result = total / count;
	}
	console.log("average: " + result);
	return result;
}

console.log(average([12, 15, 18]));

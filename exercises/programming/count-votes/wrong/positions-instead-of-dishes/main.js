export function countVotes(votes) {
	const counts = {};
	for (const vote in votes) {
		if (counts[vote] === undefined) {
			counts[vote] = 0;
		}
		counts[vote] = counts[vote] + 1;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

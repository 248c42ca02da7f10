export function countVotes(votes) {
	const counts = {};
	for (const vote of votes) {
		counts[vote] = 1;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

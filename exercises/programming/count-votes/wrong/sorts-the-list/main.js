export function countVotes(votes) {
	const counts = {};
	for (const vote of votes.sort()) {
		if (counts[vote] === undefined) {
			counts[vote] = 0;
		}
		counts[vote] = counts[vote] + 1;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

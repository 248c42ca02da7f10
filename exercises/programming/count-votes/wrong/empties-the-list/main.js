export function countVotes(votes) {
	const counts = {};
	while (votes.length > 0) {
		const vote = votes.shift();
		if (counts[vote] === undefined) {
			counts[vote] = 0;
		}
		counts[vote] = counts[vote] + 1;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

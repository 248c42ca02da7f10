export function countVotes(votes) {
	const counts = {};
	for (const dish of votes) {
		counts[dish] = votes.filter((vote) => vote === dish).length;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

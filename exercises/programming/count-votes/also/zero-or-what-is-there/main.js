export function countVotes(votes) {
	const counts = {};
	for (const vote of votes) counts[vote] = (counts[vote] || 0) + 1;
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

export function countVotes(votes) {
	const counts = {};

	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

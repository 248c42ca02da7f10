export function countVotes(votes) {
	const counts = {};
	for (const vote of votes) {
		const dish = vote.toLowerCase();
		if (counts[dish] === undefined) {
			counts[dish] = 0;
		}
		counts[dish] = counts[dish] + 1;
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

export function countVotes(votes) {
	const counts = {};
	votes.forEach((vote) => {
		if (!(vote in counts)) counts[vote] = 0;
		counts[vote] += 1;
	});
	console.log(counts);
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

export function countVotes(votes) {
	const counts = {};
	for (const vote of votes) {
		if (counts[vote] === undefined) {
			counts[vote] = 0;
		}
		counts[vote] = counts[vote] + 1;
	}
	console.log(counts);
}

countVotes(["pizza", "falafel", "pizza"]);

export function countVotes(votes) {
	let counts = {};
	for (let i = 0; i < votes.length; i++) {
		const dish = votes[i];
		if (counts[dish]) {
			counts[dish]++;
		} else {
			counts[dish] = 1;
		}
	}
	return counts;
}

console.log(countVotes(["pizza", "falafel", "pizza"]));

export function longestQueue(queues) {
	let longest = 0;
	if (queues.length < 2) return longest;
	for (const queue of queues) {
		if (queue > longest) longest = queue;
	}
	return longest;
}

export function longestQueue(queues) {
	let longest = queues[0];
	for (const queue of queues) {
		if (queue > longest) longest = queue;
	}
	return longest;
}

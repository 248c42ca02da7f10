export function longestQueue(queues) {
	let longest = 0;
	for (let place = 1; place < queues.length; place++) {
		if (queues[place] > longest) longest = queues[place];
	}
	return longest;
}

export function longestQueue(queues) {
	let longest = 0;
	for (let place = 0; place < queues.length - 1; place++) {
		if (queues[place] > longest) longest = queues[place];
	}
	return longest;
}

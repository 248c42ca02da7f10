export function longestQueue(queues) {
	return Math.max(...queues);
}

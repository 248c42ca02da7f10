/**
 * Calls functions in another turn of the event loop, in order. Not by a timer, which a program can replace, and which is cleared
 * with those of a page that is opened anew. Call it before there is a program; nothing is opened until it is used.
 */
export function createLater(): (then: () => void) => void {
	const Channel = MessageChannel;
	const waiting: (() => void)[] = [];
	let post: (() => void) | null = null;

	function open(): () => void {
		const { port1, port2 } = new Channel();
		port1.onmessage = () => waiting.shift()?.();
		return port2.postMessage.bind(port2, null);
	}

	return (then) => {
		waiting.push(then);
		(post ??= open())();
	};
}

/**
 * The frame's side of the handshake with the page around it (`dom/page-frame.ts`): says that the script has been read,
 * and takes the port, once, from the page around it only. `connect` gets what posts over the port, and returns what takes
 * the messages from it; questions whether the thread is free are answered here. Call it before there is a program.
 */
export function openHostPort<In>(connect: (post: (message: unknown) => void) => (message: In) => void): void {
	// Served without its policy it would have the site's origin, and whoever frames it would run code there.
	if (window.origin !== 'null') throw new Error('This page is for sandboxed frames');
	const { parent } = window;
	const announce = () => parent.postMessage('passerelle:loaded', '*');
	const onMessage = ({ source, data }: MessageEvent<{ hello: true } | { port: MessagePort }>) => {
		// Other frames of the page can post to this one too.
		if (source !== parent) return;
		if ('hello' in data) return announce();
		window.removeEventListener('message', onMessage);
		const { port } = data;
		const post = port.postMessage.bind(port);
		const take = connect(post);
		port.onmessage = ({ data: message }: MessageEvent<In | 'passerelle:ping'>) =>
			message === 'passerelle:ping' ? post('passerelle:pong') : take(message);
	};
	window.addEventListener('message', onMessage);
	announce();
}

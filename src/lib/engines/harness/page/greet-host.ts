/**
 * The frame's side of the handshake with the page around it (`dom/page-frame.ts`): says that the script has been read,
 * and takes the port, once, from the page around it only. `meet` gets what posts over the port, and returns what takes
 * the messages from it; questions whether the thread is free are answered here. Call it before there is a program.
 */
export function greetHost<In>(meet: (post: (message: unknown) => void) => (message: In) => void): void {
	const { parent } = window;
	const greet = () => parent.postMessage('passerelle:loaded', '*');
	const hear = ({ source, data }: MessageEvent<{ hello: true } | { port: MessagePort }>) => {
		// Other frames of the page can post to this one too.
		if (source !== parent) return;
		if ('hello' in data) return greet();
		window.removeEventListener('message', hear);
		const { port } = data;
		const post = port.postMessage.bind(port);
		const take = meet(post);
		port.onmessage = ({ data: said }: MessageEvent<In | 'passerelle:ping'>) =>
			said === 'passerelle:ping' ? post('passerelle:pong') : take(said);
	};
	window.addEventListener('message', hear);
	greet();
}

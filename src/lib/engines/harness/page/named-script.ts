import { defineProperty, limitStack, randomName } from '../natives.ts';
import { dataAddresses } from '../script-address.ts';

const PROBE = 'passerelle-probe.js';

/**
 * Whether a stack calls an inline script by the name that it gives itself. JavaScriptCore has the document's address there, and in
 * an opaque frame it hides what nobody caught in such a script. `run` runs a script's text. Call it before there is a program.
 */
export function namesInlineScripts(run: (text: string) => void): boolean {
	const hook = randomName();
	let stack = '';
	const value = (told: string) => void (stack = told);
	defineProperty(globalThis, hook, { value, configurable: true });
	const { stackTraceLimit } = Error;
	// Of this file itself no stack is to be made: the engine would read all of it again for its lines.
	limitStack(1);
	run(`${hook}(new Error('probe').stack)\n//# sourceURL=${PROBE}`);
	limitStack(stackTraceLimit);
	Reflect.deleteProperty(globalThis, hook);
	return stack.includes(PROBE);
}

/**
 * What runs a script from an address that is its text: the name at the end of the text is what stacks call it by, and nothing of
 * its errors is hidden. Not for a text that is a secret: it stands in every stack. The promise settles once it has run, or could not
 * be read. Call it before there is a program.
 * @param nonce of the document's policy, where it has one
 */
export function createNamedLoad(nonce = ''): (text: string) => Promise<void> {
	const addressOf = dataAddresses();
	const create = document.createElement.bind(document);
	const root = document.documentElement;
	const append = root.appendChild.bind(root);
	return (text) =>
		new Promise((resolve) => {
			const host = create('div');
			const script = create('script');
			const over = () => {
				host.remove();
				resolve();
			};
			script.addEventListener('load', over);
			script.addEventListener('error', over);
			script.nonce = nonce;
			script.src = addressOf(text).url;
			host.attachShadow({ mode: 'closed' }).append(script);
			append(host);
		});
}

import { randomName } from '../natives.ts';
import { LEARNER_SCRIPT, type SandboxHost } from '../protocol.ts';
import { createNamedLoad, namesInlineScripts } from './named-script.ts';

/**
 * From here on the document runs no script but those that the returned function is given: no `<script>` that a program makes,
 * no `javascript:` address, no handler that the browser itself would compile, nothing in a frame inside it. What the compiler
 * has not seen could define what no setter sees (`compile/super-targets.ts`). Call it before there is a program.
 *
 * A script has run when the function returns; of a browser whose stacks do not name inline scripts, the learner's has when the
 * promise settles.
 */
export function onlyOurScripts(): SandboxHost['load'] {
	const nonce = randomName();
	const policy = document.createElement('meta');
	policy.httpEquiv = 'Content-Security-Policy';
	policy.content = `script-src 'nonce-${nonce}'`;
	document.head.append(policy);
	// A policy that has been read stays.
	policy.remove();
	// It would tell the nonce.
	Reflect.deleteProperty(SecurityPolicyViolationEvent.prototype, 'originalPolicy');
	window.addEventListener(
		'securitypolicyviolation',
		({ effectiveDirective }) => {
			// Handlers in HTML are compiled by us, whatever the policy says of them.
			if (effectiveDirective === 'script-src-elem')
				globalThis.console.warn(
					'Code that a program writes as text (a <script>, an address with javascript:) is not run here. Write it in a file.'
				);
		},
		true
	);

	const create = document.createElement.bind(document);
	const root = document.documentElement;
	const append = root.appendChild.bind(root);
	/** An inline script is run while it is appended. In a closed tree nobody finds it, nor its nonce; nothing of it stays. */
	const inline = (text: string): void => {
		const host = create('div');
		const script = create('script');
		script.nonce = nonce;
		script.textContent = text;
		host.attachShadow({ mode: 'closed' }).append(script);
		append(host);
		host.remove();
	};
	if (namesInlineScripts(inline)) return inline;
	const named = createNamedLoad(nonce);
	return (text, name) => (name === LEARNER_SCRIPT ? named(text) : inline(text));
}

/**
 * Cookies that nothing keeps: the document of a frame without an origin has none, and throws at a page that only writes
 * or reads a text.
 */
export function ownCookies(): void {
	const kept = new Map<string, string>();
	Object.defineProperty(Document.prototype, 'cookie', {
		configurable: true,
		enumerable: true,
		get: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
		set(written: unknown) {
			const [pair = '', ...attributes] = String(written as string).split(';');
			const [name = '', ...value] = pair.split('=');
			if (attributes.some((one) => /^\s*max-age\s*=\s*(?:0|-\d+)\s*$/i.test(one))) kept.delete(name.trim());
			else kept.set(name.trim(), value.join('=').trim());
		}
	});
}

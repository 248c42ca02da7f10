/** Cookies that nothing keeps. */
function ownCookies(): void {
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

/** A frame without an origin throws at a page that only reads `navigator.serviceWorker`, or writes a cookie: here neither does. */
export function withoutOrigin(): void {
	ownCookies();
	Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

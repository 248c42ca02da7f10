/**
 * The better of the encodings that a browser takes. Browsers offer Brotli over HTTPS and on localhost only: a class
 * on plain HTTP gets gzip.
 * @param {string | string[] | undefined} header `Accept-Encoding`
 * @returns {'br' | 'gzip' | null}
 */
export function acceptedEncoding(header) {
	const offered = new Set();
	for (const part of String(header ?? '').split(',')) {
		const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
		if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) offered.add(name);
	}
	return offered.has('br') ? 'br' : offered.has('gzip') ? 'gzip' : null;
}

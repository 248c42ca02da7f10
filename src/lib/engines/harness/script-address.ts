/** A script's text as an address that one can load it from; `withdraw`: nobody can read it there again. */
export interface ScriptAddress {
	url: string;
	withdraw(): void;
}
export type AddressOf = (text: string) => ScriptAddress;

const TYPE = 'text/javascript;charset=utf-8';

/** Addresses that can be withdrawn. What makes them is taken now: a program finds nothing of it later. */
export function blobAddresses(): AddressOf {
	const { createObjectURL, revokeObjectURL } = URL;
	const BlobClass = Blob;
	return (text) => {
		const url = createObjectURL(new BlobClass([text], { type: TYPE }));
		return { url, withdraw: () => revokeObjectURL(url) };
	};
}

/** Half of a sign, as a program may have it in a text: in an address it cannot stand, and a blob has this instead, too. */
const HALF = /\p{Surrogate}/gu;

/** Addresses that are the text itself, for where blobs cannot be loaded (WebKit: decision 0021). */
export function dataAddresses(): AddressOf {
	const encode = encodeURIComponent;
	return (text) => ({
		url: `data:${TYPE},${encode(text.replace(HALF, '\ufffd'))}`,
		withdraw() {}
	});
}

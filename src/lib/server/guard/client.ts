import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom something is for, as turns and limits count: where it comes from, and which browser there. The browser's part may
 * be invented by whoever sends it, so it never gives more than the address has. A plain word is a client of our own.
 */
export type Client = string;

export const clientOf = (address: string, browser: string): Client => `${address} ${browser}`;

/** The part of a client that nobody can choose. */
export const addressOf = (client: Client): string => client.split(' ', 1)[0] ?? client;

/** The eight groups of an address of IPv6, as numbers; only for what `isIPv6` takes. */
function groupsOf(address: string): number[] {
	// The platform writes every address one way: lower case, `::` once, IPv4 as two groups.
	const plain = new URL(`http://[${address.split('%', 1)[0]}]`).hostname.slice(1, -1);
	const [head = '', tail] = plain.split('::');
	const numbers = (text: string): number[] =>
		text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
	const before = numbers(head);
	const after = numbers(tail ?? '');
	return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/**
 * The network that an address stands for: itself for IPv4, its first 64 bits for IPv6, because whoever has one address
 * there has all of them. One spelling for each; null for what is no address.
 */
export function networkOf(address: string): string | null {
	const text = address.trim();
	if (isIPv4(text)) return text;
	if (!isIPv6(text)) return null;
	const groups = groupsOf(text);
	const [high = 0, low = 0] = groups.slice(6);
	if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
		return [high >> 8, high & 255, low >> 8, low & 255].join('.');
	return `${groups
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(':')}::/64`;
}

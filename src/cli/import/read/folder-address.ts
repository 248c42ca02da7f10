/** Sites that show a folder of a repository at an address that can be known; of others the collection's own is given. */
const FOLDER_ADDRESS: readonly (readonly [host: RegExp, between: string])[] = [
	[/^https?:\/\/github\.com\/[^/]+\/[^/]+$/, '/tree/HEAD/'],
	[/^https?:\/\/gitlab\.com\/.+/, '/-/tree/HEAD/'],
	[/^https?:\/\/codeberg\.org\/[^/]+\/[^/]+$/, '/src/']
];

/** The address at which a folder of a collection is shown; the collection's own where that cannot be known. */
export function folderAddress(address: string, base: string): string {
	const between = FOLDER_ADDRESS.find(([host]) => host.test(address))?.[1];
	if (base === '' || between === undefined) return address;
	return `${address}${between}${base.split('/').map(encodeURIComponent).join('/')}`;
}

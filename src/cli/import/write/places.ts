/** A path of others as one of ours: plain letters, no part that begins with a dot. */
export function plainPath(path: string): string {
	const parts = path
		.split('/')
		.map((part) =>
			part
				.normalize('NFKD')
				.replace(/[\u0300-\u036f]/g, '')
				.replace(/[^A-Za-z0-9._-]+/g, '-')
				.replace(/^[.-]+/, '')
		)
		.filter((part) => part !== '' && part !== '__proto__');
	const plain = parts.join('/').replace(/\.(?:cjs|mjs)$/, '.js');
	return plain.length > 100 ? plain.slice(-100).replace(/^[^A-Za-z0-9]+/, '') : plain;
}

/** "05_joinStrings" → "join-strings", "Über Zahlen" → "uber-zahlen". */
export function slugOf(name: string): string {
	const words = (name.split('/').at(-1) ?? '')
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/^\d+[\s._-]+(?=.)/, '')
		.replace(/([a-z0-9])([A-Z])/g, '$1-$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-+$/, '');
	return words || 'exercise';
}

/** "join-strings" and "joinStrings" → "Join strings". */
export function titleOf(name: string): string {
	const words = slugOf(name).replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "lib/a.js" seen from "tests/unit/b.test.js" → "../../lib/a.js". */
export function relativePath(from: string, to: string): string {
	const here = from.split('/').slice(0, -1);
	const there = to.split('/');
	let shared = 0;
	while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
	const up = here.slice(shared).map(() => '..');
	const path = [...up, ...there.slice(shared)].join('/');
	return up.length === 0 ? `./${path}` : path;
}

/** Names that are taken, and a free one near the wanted one. */
export function createPlaces() {
	const taken = new Set<string>();
	return {
		take(wanted: string): string {
			const [, stem = wanted, extension = ''] = /^(.*?)((?:\.[^./]+)*)$/.exec(wanted) ?? [];
			let path = wanted;
			for (let count = 2; taken.has(path); count++) path = `${stem}-${count}${extension}`;
			taken.add(path);
			return path;
		},
		has: (path: string): boolean => taken.has(path)
	};
}

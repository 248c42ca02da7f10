/** Path → content of a folder. */
export type Files = Map<string, Uint8Array | string>;

export type Random = () => number;

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
	items[Math.floor(random() * items.length)]!;

const textOf = (content: Uint8Array | string | undefined): string =>
	typeof content === 'string' ? content : new TextDecoder().decode(content);

const NAMES = [
	'../outside.js',
	'/etc/passwd',
	'C:\\x.js',
	'start/../../x.js',
	'start/é.js',
	'start/__proto__',
	'start/constructor',
	'wrong/alone.js',
	'wrong/x/wrong.json',
	'tests/deep/er/than/most/folders/are/x.test.js',
	'Exercise.json',
	'.hidden',
	'brief.de.md',
	'start/con.js',
	'start/a b.js',
	'x'.repeat(300)
];

const VALUES: readonly unknown[] = [
	null,
	true,
	-1,
	1e308,
	'',
	' ',
	'x'.repeat(5000),
	[],
	{},
	[null],
	{ __proto__: null, constructor: 1 },
	'../../x',
	'constructor',
	['__proto__'],
	'🚋\u0000\ufffd'
];

const SNIPPETS = [
	'\u0000',
	'\ufeff',
	'}}}',
	'/*',
	'`${',
	'\r\n---\r\n---\r\n',
	"\nimport x from 'node:child_process';\n",
	"\nimport '../../../../etc/passwd';\n",
	'\nthrow new Error("early");\n',
	'\nexport default class {}\n',
	'\ntest("again", () => {});\n',
	'\ntest.each([[1], [2]])("%s $ {x}", () => { throw null; });\n',
	'\nvi.mock("../start/main.js", () => { throw 1; });\n',
	'\nprocess.exit(0);\n',
	'\nwhile (true) {}\n',
	'\nawait new Promise(() => {});\n',
	'<script>alert(1)</script>',
	'[x](javascript:alert(1))',
	'\n```js\n',
	'"'.repeat(99),
	'('.repeat(3000)
];

/** Somewhere in a JSON text, another value, a field too many, or one too few; what is no JSON is left as it is. */
function changeJson(random: Random, text: string): string {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return text;
	}
	const places: [Record<string, unknown>, string][] = [];
	const visit = (at: unknown) => {
		if (typeof at !== 'object' || at === null) return;
		for (const key of Object.keys(at)) {
			places.push([at as Record<string, unknown>, key]);
			visit((at as Record<string, unknown>)[key]);
		}
	};
	visit(value);
	const [holder, key] = places.length === 0 ? [{}, ''] : pick(random, places);
	const kind = random();
	if (kind < 0.2) delete holder[key];
	else if (kind < 0.3) holder[`${key}${pick(random, ['x', ' ', '__proto__'])}`] = holder[key];
	else if (kind < 0.4 && places.length > 0) holder[key] = pick(random, places)[0];
	else holder[key] = pick(random, VALUES);
	try {
		return JSON.stringify(value, null, '\t') ?? 'null';
	} catch {
		// It holds itself now.
		return '{"a":'.repeat(2000);
	}
}

function changeText(random: Random, text: string): string {
	const at = Math.floor(random() * (text.length + 1));
	const kind = random();
	if (kind < 0.2) return text.slice(0, at);
	if (kind < 0.4) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
	if (kind < 0.5) return text + text;
	if (kind < 0.55) return '';
	if (kind < 0.65) {
		const words = text.match(/\w+/g) ?? ['x'];
		return text.replaceAll(pick(random, words), pick(random, words));
	}
	return text.slice(0, at) + pick(random, SNIPPETS) + text.slice(at);
}

/** A folder with one to three accidents: files lost, renamed, cut, filled with other things. */
export function mutateFiles(random: Random, original: ReadonlyMap<string, Uint8Array | string>): Files {
	const files: Files = new Map(original);
	for (let left = 1 + Math.floor(random() * 3); left > 0 && files.size > 0; left--) {
		const path = pick(random, [...files.keys()]);
		const content = files.get(path) ?? '';
		const kind = random();
		if (kind < 0.1) files.delete(path);
		else if (kind < 0.18) {
			files.delete(path);
			files.set(pick(random, NAMES), content);
		} else if (kind < 0.24) files.set(path, files.get(pick(random, [...files.keys()])) ?? '');
		else if (kind < 0.28)
			files.set(
				path,
				Uint8Array.from({ length: 300 }, () => random() * 256)
			);
		else if (kind < 0.3) files.set(path, 'x'.repeat(300_000));
		else if (path.endsWith('.json') && kind < 0.85) files.set(path, changeJson(random, textOf(content)));
		else files.set(path, changeText(random, textOf(content)));
	}
	return files;
}

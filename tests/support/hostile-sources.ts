import type { LearnerSource } from '../../src/lib/compile/compiler.ts';
import { chance } from '../../src/lib/engines/harness/setting/chance.ts';

/** The characters that all files of a source may have together. */
const MOST = 199_000;

/** What is nested: before, in the middle, after. */
const NESTED: readonly (readonly [string, string, string])[] = [
	['[', '1', ']'],
	['(', '1', ')'],
	['{', '', '}'],
	['({a:', '1', '})'],
	['f(', '1', ')'],
	['a[', '1', ']'],
	['`${', '1', '}`'],
	['!', 'a', ''],
	['- ', 'a', ''],
	['typeof ', 'a', ''],
	['await ', 'a', ''],
	['new ', 'A', ''],
	['a=>', 'a', ''],
	['async a=>', 'a', ''],
	['(a=', '1', ')=>a'],
	['a?', 'b', ':c'],
	['a?b:', 'c', ''],
	['a?(b):c=>', 'x', ':e'],
	['if(a)', ';', ''],
	['if(a){', '', '}else{}'],
	['for(;;)', ';', ''],
	['while(a){', '', '}'],
	['do ', ';', ' while(a)'],
	['try{', '', '}catch{}'],
	['switch(a){case ', '1', ':}'],
	['label:', ';', ''],
	['function f(){', '', '}'],
	['(function(){', '', '})()'],
	['class A{m(){', '', '}}'],
	['class A extends (', 'B', '){}'],
	['class A{[', '"a"', ']=1}'],
	['let {a:', '{b}', '}=c;'],
	['let [', 'a', ']=b;'],
	['a??(', 'b', ')'],
	['a.b?.(', 'c', ')'],
	['a=', 'b', ''],
	['a**', 'b', ''],
	['/(', 'a', ')/;'],
	['import(', '"./a.js"', ')'],
	['static{', '', '}'],
	// Types, and what looks like elements.
	['let x:', 'A', ';'],
	['A<', 'B', '>'],
	['a<', 'b', '>(c)'],
	['type T=', 'A', '[]'],
	['let x:(a:', 'b', ')=>c'],
	['let x:{a:', 'b', '}'],
	['let x:A extends B?', 'C', ':D'],
	['<A>', 'b', '</A>'],
	['<A b={', 'c', '}/>'],
	['<T,>(a:T)=>', 'b', ''],
	['namespace A{', '', '}'],
	['enum A{a=', '1', '}'],
	['@', 'a', ' class A{}'],
	['a as ', 'B', ''],
	['declare module "a"{', '', '}']
];

/** What is repeated on one line or on many: errors, and work for each. */
const REPEATED: readonly (readonly [string, string])[] = [
	['const a=1;', 'a=1;'],
	['', 'let a;'],
	['', 'import "./x";'],
	['', 'import {a} from "./other.js";'],
	['', 'export const a=1;'],
	['', 'export * from "./other.js";'],
	['', 'await 1;return 1;'],
	['', 'import("./x");require("x");'],
	['', 'class A{#a;static #b;a=1}'],
	['', 'f=()=>{};'],
	['', 'a?.b??=c;'],
	['', 'function f(){}'],
	['', '"\\u{110000}";'],
	['', 'é="ü😀";'],
	['', '0b2;'],
	['', '/*'],
	['', '<!--'],
	['', '\u2028'],
	['', 'x`${y}`;'],
	['', 'label:for(;;)continue label;'],
	['', 'var {a,...b}=c;'],
	['', '\\'],
	['', '/[/'],
	['', '@a class B{}']
];

const PAGES = [
	'<script></script>',
	'<script>a=1</script>\n',
	'<script src="main.js"></script>',
	'<script src="x.js"></script>',
	'<script ',
	'<script src="',
	'<script type=module src=main.js>',
	'<!--',
	'<!-- --><script>',
	'</script>',
	'</script      ',
	'\n',
	'<script>`</script>',
	'<p>é</p><script>let;</script>',
	'<script type="   '
];

const NEEDS = ['worker', 'dom', 'node'] as const;

/** Sources that are hard on whatever reads them, the same for the same seed. */
export function hostileSources(seed: number, count: number): LearnerSource[] {
	const random = chance(seed);
	const below = (most: number) => Math.floor(random() * most);
	const one = <T>(all: readonly T[]): T => all[below(all.length)]!;
	/** Most are as long as they may be; short ones can be the worst (the arrows of 400 characters). */
	const length = () => one([200, 500, 2000, 20_000, MOST, MOST]);

	function nested(): string {
		const kinds = Array.from({ length: 1 + below(3) }, () => one(NESTED));
		const round = kinds.reduce((sum, [before, , after]) => sum + before.length + after.length, 0);
		const depth = Math.max(1, Math.floor((length() - 20) / round));
		const before = kinds.map(([text]) => text).join('');
		const after = kinds.map(([, , text]) => text).reverse();
		// A third is never closed.
		const end = random() < 0.33 ? '' : after.join('').repeat(depth);
		return `${one(['', 'x=', 'y=', 'export default '])}${before.repeat(depth)}${kinds.at(-1)![1]}${end}`;
	}
	function repeated(): string {
		const [first, text] = one(REPEATED);
		const between = one(['', '', '\n']);
		return (
			first + (text + between).repeat(Math.floor((length() - first.length) / (text.length + between.length)))
		);
	}
	function noise(): string {
		const pieces = NESTED.flat().concat(REPEATED.flat(), ['\n', ' ', ';', ',', '"', "'", '`', '//', '*/']);
		let text = '';
		for (const most = length(); text.length < most;) text += one(pieces);
		return text.slice(0, MOST);
	}
	function page(): string {
		const kinds = Array.from({ length: 1 + below(2) }, () => one(PAGES));
		const text = kinds.join('');
		return text.repeat(Math.floor(length() / text.length)) + one(['', '>', '-->', '</script>']);
	}

	return Array.from({ length: count }, (_, index): LearnerSource => {
		const need = index % 5 === 4 ? 'dom' : one(NEEDS);
		const code = one([nested, nested, repeated, noise])();
		const name = one(['main.js', 'main.ts', 'main.ts', 'main.mjs', 'main.json']);
		const files =
			index % 5 === 4
				? { 'index.html': page().slice(0, MOST) }
				: need === 'dom' && random() < 0.5
					? { 'index.html': `<script>${code.slice(0, MOST - 20)}</script>` }
					: { [name]: code.slice(0, MOST) };
		const entry = Object.keys(files)[0]!;
		return { files, entry, mocked: random() < 0.2 ? [entry] : [], need, packages: [] };
	});
}

import { parseArgs } from 'node:util';
import { benchCatalogue } from './catalogue.ts';
import { benchCheck } from './check.ts';
import { benchCold } from './cold.ts';
import { benchDom } from './dom.ts';
import { benchNative } from './native.ts';
import { benchMixed } from './mixed/mixed.ts';
import { benchMutation } from './mutation.ts';
import type { Figures } from './statistics.ts';
import { benchVerifyPages } from './verify-pages.ts';
import { benchVerify } from './verify.ts';
import { benchWarm } from './warm.ts';
import { benchWebcontainer } from './webcontainer.ts';

/**
 * `npm run bench [-- --json] [--quick] [--exercism <folder>] [part…]`: a table, or one object name → { value, unit, n }.
 * `--exercism`: a copy of exercism/javascript, for `mutation`.
 */
const { values, positionals: wanted } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		exercism: { type: 'string' }
	},
	allowPositionals: true
});
const { json, quick, exercism = null } = values;
const samples = quick ? 5 : 30;

const parts: readonly [name: string, run: () => Promise<Figures>][] = [
	['warm', () => benchWarm(samples)],
	['dom', () => benchDom(samples)],
	['cold', () => benchCold(Math.ceil(samples / 3))],
	['catalogue', () => benchCatalogue(samples)],
	['native', () => benchNative(samples * 2)],
	['verify', () => benchVerify(samples * 4)],
	['pages', () => benchVerifyPages(samples * 4)],
	['check', () => benchCheck(quick ? 100 : 1000)],
	['webcontainer', () => benchWebcontainer(samples)],
	['mixed', () => benchMixed(quick ? 10 : 40)],
	['mutation', () => benchMutation(quick ? 1 : 5, exercism)]
];
const unknown = wanted.filter((name) => !parts.some(([known]) => known === name));
if (unknown.length > 0) {
	console.error(`No part ${unknown.join(', ')}. There are: ${parts.map(([name]) => name).join(', ')}.`);
	process.exit(2);
}
const figures: Figures = {};
for (const [name, run] of parts) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	if (!json) console.error(`measuring: ${name}…`);
	Object.assign(figures, await run());
}
if (json) console.log(JSON.stringify(figures, null, '\t'));
else {
	const width = Math.max(...Object.keys(figures).map((name) => name.length));
	for (const [name, { value, unit, n }] of Object.entries(figures)) {
		console.log(`${name.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(4)} n=${n}`);
	}
}
process.exit(0);

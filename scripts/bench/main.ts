import { benchCatalogue } from './catalogue.ts';
import { benchCheck } from './check.ts';
import { benchCold } from './cold.ts';
import { benchDom } from './dom.ts';
import { benchNative } from './native.ts';
import type { Figures } from './statistics.ts';
import { benchVerify } from './verify.ts';
import { benchWarm } from './warm.ts';
import { benchWebcontainer } from './webcontainer.ts';

/** `npm run bench [-- --json] [-- --quick]`: a table, or one object name → { value, unit, n }. */
const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const samples = quick ? 5 : 30;

const parts: readonly [name: string, run: () => Promise<Figures>][] = [
	['warm', () => benchWarm(samples)],
	['dom', () => benchDom(samples)],
	['cold', () => benchCold(Math.ceil(samples / 3))],
	['catalogue', () => benchCatalogue(samples)],
	['native', () => benchNative(samples * 2)],
	['verify', () => benchVerify(samples * 4)],
	['check', () => benchCheck(quick ? 100 : 1000)],
	['webcontainer', () => benchWebcontainer(samples)]
];
const figures: Figures = {};
for (const [name, run] of parts) {
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

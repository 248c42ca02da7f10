import { afterAll, describe, expect, test } from 'vitest';
import { OTHER_BROWSERS } from '../support/browsers/browsers.ts';
import { openDomIn, openWorkerIn, type EngineIn } from '../support/browsers/engine-in.ts';
import { makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';

/** Short: what is kept for a second is less than a small machine has. */
const LIMIT_MS = 1000;

const KEEPS = {
	'lists of numbers': 'for (;;) kept.push(new Array(100_000).fill(a + b + 0.5));',
	'small objects': 'for (;;) kept.push({ a, b, text: `${kept.length} items` });',
	buffers: 'for (;;) kept.push(new Uint8Array(2 ** 22).fill(1));'
};
const GROWS = 'let text = "ab"; for (;;) text += text;';
const RIGHT = 'export const add = (a, b) => a + b;';

const planOf = (work: string | null) =>
	makePlan({
		files: {
			'main.js': work === null ? RIGHT : `const kept = []; export function add(a, b) { ${work} }`
		},
		reference: { 'main.js': RIGHT },
		suite: {
			'tests/x.test.js': `import { expect, test } from 'vitest';
import { add } from '../start/main.js';
test('adds', () => expect(add(1, 2)).toBe(3));`
		},
		...(work !== null && work !== GROWS && { timeMs: LIMIT_MS })
	});

const ENGINES = OTHER_BROWSERS.flatMap(([name, open]) => [
	[`worker engine in ${name}`, () => openWorkerIn(open)] as const,
	[`dom engine in ${name}`, () => openDomIn(open)] as const
]);

/** These browsers tell nobody how much memory a realm takes (decision 0021): the run's limit, or the guard, comes first. */
describe.each(ENGINES)('%s', (_, open) => {
	let engine: EngineIn;
	openHere(async () => void (engine = await open()));
	afterAll(() => engine?.close());

	const runsNow = async () => expect((await engine.run(await planOf(null))).report.status).toBe('ran');

	test.each(Object.entries(KEEPS))(
		'a program that keeps %s is ended, the page lives, and the next check works',
		{ timeout: 60_000 },
		async (_, work) => {
			expect((await engine.run(await planOf(work))).report.status).toBe('timeout');
			await runsNow();
		}
	);

	test(
		'a text that grows too long fails its test, and the next check works',
		{ timeout: 60_000 },
		async () => {
			const { report } = await engine.run(await planOf(GROWS));
			expect(report.status).toBe('ran');
			expect(report.runs[0]?.tests.map(({ state, failure }) => [state, failure?.kind])).toEqual([
				['fail', 'error']
			]);
			await runsNow();
		}
	);
});

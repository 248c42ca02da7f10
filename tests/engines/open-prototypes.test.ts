import { afterAll, describe, expect, test } from 'vitest';
import type { EngineNeed } from '../../src/lib/contract/exercise.ts';
import { makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';

/** Things of each world that lead to prototypes without a global name: name → how to get one. */
const SAMPLES: Readonly<Record<EngineNeed, Readonly<Record<string, string>>>> = {
	worker: {
		parameters: 'new URL("http://x/?a=1").searchParams.entries()',
		iterators:
			'[[].values(), new Map().keys(), new Set().values(), "a"[Symbol.iterator](), "a".matchAll(/a/g)]',
		generators: '[(function* () {}).prototype, (async function* () {}).prototype]',
		signal: 'new AbortController().signal',
		coders: '[new TextEncoder(), new TextDecoder()]'
	},
	dom: {
		page: `(() => { const box = document.createElement('div'); document.body.append(box);
			box.innerHTML = '<form><input><select><option>1<option>2</select><textarea></textarea></form><ul class="a" data-x="1"><li>1</ul><style>@media all { p { color: red } }</style><table><tr><td>1</table><a href="#x">l</a>';
			return box; })()`,
		document: 'document',
		events: "[new Event('x'), new MouseEvent('click'), new KeyboardEvent('keydown'), new CustomEvent('x')]",
		parts: `[document.body.classList, document.body.dataset, document.body.attributes, document.body.getBoundingClientRect(), document.implementation,
			matchMedia('all'), getComputedStyle(document.body), document.createRange(), getSelection(), history, location, document.styleSheets]`,
		forms: "[new FormData(), new FormData().entries(), document.createElement('input').validity]",
		files: "[new Blob(['x']), new File(['x'], 'x'), new Headers().entries(), new Response('x')]"
	},
	node: {
		modules: '[...modules]',
		answers:
			"[new Response('x'), new Response('x').body, new Response('x').body.getReader(), new Headers().entries(), new FormData().entries()]",
		hashes:
			"[crypto.createHash('sha256'), crypto.createHmac('sha256', 'x'), crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16)), crypto.createDecipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16))]",
		streams:
			'[new stream.PassThrough(), new stream.PassThrough()[Symbol.asyncIterator](), process.stdin, process.stdout]',
		files:
			"[fs.statSync('main.js'), fs.readdirSync('.', { withFileTypes: true }), fs.opendirSync('.'), handle]",
		http: "[http.createServer(), http.request('http://localhost:1/').on('error', () => {}).destroy()]",
		lines: 'readline.createInterface({ input: new stream.PassThrough() })',
		addresses: "[url.parse('http://x/'), new URL('http://x/?a=1').searchParams.entries()]"
	}
};

const MODULES =
	'assert buffer crypto events fs http os path querystring readline stream string_decoder url util'.split(
		' '
	);
const imports = `${MODULES.map((name) => `import ${name} from 'node:${name}';`).join('\n')}
import { open } from 'node:fs/promises';
const handle = await open('main.js');
const modules = [${MODULES.join(', ')}];`;

/** Looks at everything that is reachable, and gives the ways to prototypes that can be changed. */
const program = (need: EngineNeed): string => `${need === 'node' ? imports : ''}
const list = (value) => {
	try {
		const got = value();
		// A getter on a prototype answers with a rejection.
		if (got instanceof Promise) got.catch(() => {});
		return got;
	} catch { return undefined; }
};
export function openPrototypes() {
	const samples = { ${Object.entries(SAMPLES[need])
		.map(([name, text]) => `${name}: list(() => ${text})`)
		.join(', ')} };
	const open = new Map();
	const seen = new Set([globalThis]);
	const queue = [...Object.entries(samples), ...Reflect.ownKeys(globalThis).map((key) => ['global ' + String(key), list(() => globalThis[key])])];
	for (const [way, value] of queue) {
		if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
		seen.add(value);
		for (let at = list(() => Object.getPrototypeOf(value)); at; at = Object.getPrototypeOf(at)) if (!Object.isFrozen(at) && !open.has(at)) open.set(at, way + ' (' + Object.getOwnPropertyNames(at).slice(0, 4) + ')');
		if (way.split('.').length > ${need === 'dom' ? 2 : 4}) continue;
		for (let at = value; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at))
			for (const key of list(() => Reflect.ownKeys(at)) ?? []) if (key !== 'constructor') queue.push([way + '.' + String(key), list(() => value[key])]);
	}
	return [...open.values()];
}`;

/**
 * May be changed: what suites spy on or replace (the console, the clock, formats, timers), one that is closed without
 * being frozen, and what no suite asks.
 */
const ALLOWED =
	/^(?:lines|global \w*Error) |^global Window\.prototype \(\)|^global (?:console|performance|Intl|process|globalThis|global|window|self|navigator|screen|crypto|(?:set|clear)\w+)\b|\.(?:defaultView|navigator|performance|crypto)\b|^modules\.\d+\.(?:EventEmitter|prototype)/;

/** Looks at some hundred thousand values: seconds where a page is made of happy-dom. */
const RUN_MS = 50_000;

const ENGINES = [
	['native', 'worker', openNative('worker')],
	['native', 'dom', openNative('dom')],
	['native', 'node', openNative('node')],
	['remote', 'worker', openRemote('worker')],
	['remote', 'dom', openRemote('dom')],
	['remote', 'node', openRemote('node')],
	['dom', 'dom', openDom('dom')]
] as const;

describe.each(ENGINES)('%s engine, an exercise that needs %s', (_, need, open) => {
	let subject: Subject;
	openHere(async () => void (subject = await open()));
	afterAll(() => subject?.close());

	test('no prototype that a program reaches can be changed', { timeout: 2 * RUN_MS }, async () => {
		const plan = await makePlan({
			need,
			files: { 'main.js': program(need) },
			suite: {
				'tests/x.test.js': `import { expect, test } from 'vitest';
import { openPrototypes } from '../start/main.js';
test('it', () => {
	const ways = openPrototypes();
	expect(ways.filter((way) => !${String(ALLOWED)}.test(way))).toEqual([]);
}, ${RUN_MS});`
			},
			expected: ['it'],
			timeMs: RUN_MS
		});
		const report = await subject.session.run(plan, { signal: new AbortController().signal });
		expect(report.runs[0]!.tests[0]).toMatchObject({ state: 'pass', failure: null });
	});
});

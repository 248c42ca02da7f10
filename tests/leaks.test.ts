import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exercise } from '../src/lib/contract/exercise.ts';
import type { JsonValue } from '../src/lib/contract/json.ts';
import { LOCALES } from '../src/lib/contract/locale.ts';
import { NOTES } from '../src/lib/engines/harness/node/program.ts';
import { EVENTS_ADDRESS, STATE_ADDRESS } from '../src/cli/preview/preview-state.ts';
import { kinds } from '../src/lib/kinds/kinds.ts';
import { openCatalog } from '../src/lib/server/catalog/catalog.ts';
import { noServerInWorkers } from '../scripts/no-server-in-workers.ts';
import { nodeHarnesses } from './support/make-plan.ts';
import { startSite } from './support/site.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const client = join(root, 'build/client');

/** Shorter lines (`}`, `return total;`) stand in any program. */
const TELLING_CHARS = 22;

/** What every page begins with. */
const FRAME = /^<(?:!doctype|html|meta|link)\b/i;

/** What `passerelle/program` says in every exercise that starts a server. */
const OURS = new Set<string>(Object.values(NOTES));

const lines = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.length >= TELLING_CHARS && !line.startsWith('import ') && !FRAME.test(line));

/** What could be handed in; what of it a learner begins with is no secret. */
const samplesOf = (exercise: Exercise) => kinds.get(exercise.manifest.kind).samples(exercise);

/** What a kind says of an exercise's texts: what is shown, and what is not to be told. */
const textsOf = (exercise: Exercise) => kinds.get(exercise.manifest.kind).folder.texts(exercise);

/** The texts of a submission: those of its files, or whatever else it is made of. */
function textsIn(value: JsonValue): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Entries of submissions that are lists, as they would be sent, without those that a learner begins with. */
function rowsOf(exercise: Exercise): string[] {
	const [start = [], ...others] = samplesOf(exercise).map(({ submission }) =>
		Array.isArray(submission) ? submission.map((row) => JSON.stringify(row)) : []
	);
	return others.flat().filter((row) => !start.includes(row));
}

/** Lines of the hidden suite, the solution, the other right ways and the mistakes that stand in nothing a learner may read. */
function secretsOf(exercise: Exercise): string[] {
	const { suites, shown: read } = textsOf(exercise);
	const samples = samplesOf(exercise).map(({ submission }) => textsIn(submission));
	const hidden = [...suites.map(([, text]) => text), ...samples.flat(), ...rowsOf(exercise)];
	const secrets = [...new Set(hidden.flatMap(lines))].filter(
		(line) => !readable.includes(JSON.stringify(line).slice(1, -1))
	);
	const said = Object.values(exercise.messages).flatMap((file) => [
		...Object.keys(file.messages),
		...Object.values(file.messages)
	]);
	const shown = read.filter((text) => !samples[0]!.includes(text)).join('\n');
	return [
		...secrets,
		...said.filter(
			(text) =>
				text.length >= TELLING_CHARS && !text.includes('{') && !shown.includes(text) && !OURS.has(text)
		)
	];
}

/** As it would stand in HTML, in a JSON answer, or in a script. */
const spellings = (secret: string): string[] => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
];

const catalog = await openCatalog({
	roots: [join(root, 'exercises')],
	harnesses: await nodeHarnesses(),
	cache: join(root, '.cache/suites')
});
const exerciseOf = (id: string): Exercise => catalog.exercise(id)!;

/** What any exercise shows is a secret of none. */
const readable = JSON.stringify(
	catalog.ids().map((id) => {
		const { brief, hints } = exerciseOf(id);
		return [brief, hints, textsOf(exerciseOf(id)).shown];
	})
);
const secretsById = new Map(catalog.ids().map((id) => [id, secretsOf(exerciseOf(id))]));
const secrets = [...secretsById].flatMap(([id, texts]) => texts.map((text) => ({ id, text })));

/** A text cut into pieces of this length holds a whole piece of every secret that stands in it. */
const PIECE = TELLING_CHARS / 2;
const pieces = new Map<string, { id: string; text: string; spelling: string; at: number }[]>();
for (const { id, text } of secrets) {
	for (const spelling of new Set(spellings(text))) {
		for (let at = 0; at < PIECE; at++) {
			const piece = spelling.slice(at, at + PIECE);
			const known = pieces.get(piece) ?? [];
			pieces.set(piece, known);
			known.push({ id, text, spelling, at });
		}
	}
}

/** Reads an answer once, whatever the number of secrets. */
function found(answer: string): string[] {
	const known = new Set<string>();
	for (let start = 0; start < answer.length; start += PIECE) {
		for (const { id, text, spelling, at } of pieces.get(answer.slice(start, start + PIECE)) ?? []) {
			if (answer.startsWith(spelling, start - at)) known.add(`${id}: ${text}`);
		}
	}
	return [...known];
}

/** Where the preview's answers are, what its bar says, and how the site would find it. */
const PREVIEW_MARKS = ['@preview/', 'In the editor:', '__passerelle_preview'];

let site: Awaited<ReturnType<typeof startSite>>;
let origin: string;
beforeAll(async () => {
	site = await startSite();
	({ origin } = site);
}, 180_000);
afterAll(() => site?.stop());

test('there are secrets to look for, in every exercise', () => {
	for (const [id, texts] of secretsById) expect(texts.length, id).toBeGreaterThan(5);
	const missed: string[] = [];
	for (const secret of secrets) {
		const named = `${secret.id}: ${secret.text}`;
		for (let before = 0; before < PIECE; before++) {
			if (!found('x'.repeat(before) + JSON.stringify(secret)).includes(named)) missed.push(named);
		}
	}
	expect(missed).toEqual([]);
});

test('no file of the built client holds a hidden test or a solution', () => {
	const files = readdirSync(client, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		if (/\.(woff2|wasm|br|gz|png|ttf)$/.test(file.name)) continue;
		expect(found(readFileSync(join(file.parentPath, file.name), 'utf8')), file.name).toEqual([]);
	}
});

/** More pages than one address may ask for at once: the site says how long to wait. */
async function visit(address: string): Promise<Response> {
	const response = await fetch(origin + address);
	const seconds = response.status === 429 ? Number(response.headers.get('retry-after')) : 0;
	if (!seconds) return response;
	await new Promise((done) => setTimeout(done, seconds * 1000));
	return visit(address);
}

test('no page and no data answer holds a hidden test or a solution', { timeout: 240_000 }, async () => {
	const paths = LOCALES.flatMap((locale) => [
		`/${locale}`,
		`/${locale}/map`,
		...catalog.ids().map((id) => `/${locale}/${id}`)
	]);
	for (const path of paths) {
		for (const address of [path, `${path}/__data.json`]) {
			const response = await visit(address);
			expect(response.status, address).toBe(200);
			expect(found(await response.text()), address).toEqual([]);
		}
	}
});

test('the suite is refused to other sites, and never holds the solution', { timeout: 120_000 }, async () => {
	for (const id of catalog.ids()) {
		const exercise = exerciseOf(id);
		const address = `${origin}/api/suite/${id}?kind=hidden&lang=fr&hash=${exercise.hash}`;
		for (const site of ['cross-site', 'same-site', 'none']) {
			expect((await fetch(address, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
		}
		const response = await fetch(address, { headers: { 'sec-fetch-site': 'same-origin' } });
		expect(response.status, id).toBe(200);
		const text = await response.text();
		// As lines, so that spelling does not matter: an example's data may stand in the start, and in the suite between other quotes.
		const { suites, answers, shown } = textsOf(exercise);
		const shared = new Set([...shown, ...suites.map(([, own]) => own)].flatMap(lines));
		const solution = answers
			.filter(([path]) => path.startsWith('solution/'))
			.flatMap(([, own]) => lines(own))
			.filter((line) => !shared.has(line));
		for (const line of solution) expect(text).not.toContain(JSON.stringify(line).slice(1, -1));
	}
});

test('the solution is sent to nobody whose work does not pass here', { timeout: 120_000 }, async () => {
	const ask = (id: string, submission: JsonValue, site = 'same-origin') =>
		fetch(`${origin}/api/solutions`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'sec-fetch-site': site },
			body: JSON.stringify({ exercise: { id, hash: exerciseOf(id).hash }, submission })
		});
	const some = kinds.all.flatMap(({ name }) => {
		const ids = catalog.ids().filter((id) => exerciseOf(id).manifest.kind === name);
		expect(ids, name).not.toEqual([]);
		return ids.slice(0, name === 'code' ? 4 : 2);
	});
	for (const id of some) {
		const samples = samplesOf(exerciseOf(id));
		const sample = (begin: string) => samples.find(({ name }) => name.startsWith(begin))!.submission;
		for (const work of [sample('start'), sample('wrong/'), {}]) {
			const refused = await ask(id, work);
			expect([400, 403], id).toContain(refused.status);
			expect(found(await refused.text()), id).toEqual([]);
		}
		expect((await ask(id, sample('solution'), 'cross-site')).status).toBe(403);
	}
});

test('the preview of a coach, which shows solutions, is in no build', async () => {
	const files = ['client', 'server'].flatMap((part) =>
		readdirSync(join(root, 'build', part), { recursive: true, withFileTypes: true })
	);
	const scripts = files.filter((entry) => entry.isFile() && /\.(js|css|html)$/.test(entry.name));
	expect(scripts.length).toBeGreaterThan(50);
	for (const { parentPath, name } of scripts) {
		const text = readFileSync(join(parentPath, name), 'utf8');
		for (const mark of PREVIEW_MARKS) {
			expect(text.includes(mark), `${name} holds ${mark}`).toBe(false);
		}
	}
	for (const address of [STATE_ADDRESS, EVENTS_ADDRESS]) {
		expect((await fetch(origin + address)).status, address).toBe(404);
	}
});

test('the marks by which a preview is recognised stand in its source', () => {
	const source = ['preview-state.ts', 'preview-plugin.ts', 'page/CoachBar.svelte'].map((file) =>
		readFileSync(join(root, 'src/cli/preview', file), 'utf8')
	);
	for (const mark of PREVIEW_MARKS)
		expect(
			source.some((text) => text.includes(mark)),
			mark
		).toBe(true);
});

test('exercises are not served as files', async () => {
	for (const path of [
		'/exercises/map.json',
		'/exercises/programming/hello-brussels/solution/main.js',
		'/.cache/suites'
	]) {
		expect((await fetch(origin + path)).status).toBe(404);
	}
});

test.each([
	'/project/src/lib/server/catalog/catalog.ts',
	'/project/src/routes/x.server.ts',
	'/project/exercises/programming/a/tests/a.test.js?raw'
])('a web worker cannot import %s', (id) => {
	const { load } = noServerInWorkers();
	expect(() => (load as (id: string) => unknown)(id)).toThrow('must not import');
});

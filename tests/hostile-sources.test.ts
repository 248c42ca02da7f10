import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCompileProcess } from '../src/build/programs.ts';
import type { LearnerSource } from '../src/lib/compile/compiler.ts';
import type { CompilePool } from '../src/lib/server/compile/compile-pool.ts';
import { openCompiler } from '../src/lib/server/compile/open-compiler.ts';
import { processTree } from '../src/lib/server/sandbox/usage.ts';
import { hostileSources } from './support/hostile-sources.ts';

/** `HOSTILE_SOURCES=2000`: some minutes. */
const COUNT = Number(process.env.HOSTILE_SOURCES ?? 200);
const SEED = Number(process.env.HOSTILE_SEED ?? 8);
const BLOCKED_MS = 250;
const GROWN_MB = 300;

let compiler: CompilePool;
beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-compile-'));
	compiler = openCompiler({ program: await buildCompileProcess(), folder });
	await compiler.warm();
});
afterAll(() => compiler.dispose());

const main = (code: string, path = 'main.js'): LearnerSource => ({
	files: { [path]: code },
	entry: path,
	mocked: [],
	need: path.endsWith('.html') ? 'dom' : 'worker',
	packages: []
});
const compile = (source: LearnerSource, client = 'a') =>
	compiler.compile(source, { client, signal: new AbortController().signal });
const codeOf = async (source: LearnerSource) => {
	const result = await compile(source);
	return result.ok ? 'ok' : result.diagnostics[0]?.code;
};
const arrows = (depth: number) => main(`y=${'a?(b):c=>'.repeat(depth)}x${':e'.repeat(depth)}`, 'main.ts');

/** What this process did meanwhile: the longest stretch of its own work between two turns, and memory. */
function watchSelf() {
	let cpu = process.cpuUsage();
	let longest = 0;
	let most = 0;
	const before = process.memoryUsage.rss();
	// Processor time and not the clock: on a busy machine a turn comes late without anything in its way.
	const timer = setInterval(() => {
		const used = process.cpuUsage(cpu);
		cpu = process.cpuUsage();
		longest = Math.max(longest, (used.user + used.system) / 1000);
		most = Math.max(most, process.memoryUsage.rss() - before);
	}, 5);
	return () => {
		clearInterval(timer);
		return { blockedMs: longest, grownMb: most / 1024 / 1024 };
	};
}

test.each<[string, LearnerSource, string]>([
	['arrows that are parsed twice at each level', arrows(40), 'too-hard-to-compile'],
	['ten thousand scripts in a page', main('<script></script>'.repeat(11_700), 'a.html'), 'too-many-scripts'],
	['an open comment, again and again', main('<!--'.repeat(49_000), 'a.html'), 'ok'],
	[
		'brackets, as deep as the file is long',
		main('['.repeat(199_000)),
		'too-hard-to-compile|unclosed-bracket'
	],
	[
		'errors that each quote a line as long as the file',
		main(`const a=1;${'a=1;'.repeat(49_000)}`),
		'too-hard-to-compile'
	]
])('%s: an answer, and the next source is compiled', async (_what, source, expected) => {
	const look = watchSelf();
	expect(expected.split('|')).toContain(await codeOf(source));
	expect(await codeOf(main('export const a = 1;'))).toBe('ok');
	const { blockedMs, grownMb } = look();
	expect(blockedMs).toBeLessThan(BLOCKED_MS);
	expect(grownMb).toBeLessThan(GROWN_MB);
});

test('while a hard source of one client is compiled, another client’s is', async () => {
	let done = false;
	const hard = compile(arrows(40), 'hard').then(() => (done = true));
	expect((await compile(main('export const a = 1;'), 'other')).ok).toBe(true);
	expect(done).toBe(false);
	await hard;
});

test('five clients with one hard source after another leave a place to who sends what is quick', async () => {
	let over = false;
	let tooHard = 0;
	const attacks = Array.from({ length: 5 }, async (_, index) => {
		while (!over) if (!(await compile(arrows(40), `hard-${index}`)).ok) tooHard += 1;
	});
	const sources = Array.from({ length: 20 }, (_, index) => main(`export const a = ${index};`));
	// Beside them from the start, so that each has had its turn before the others are counted.
	for (const source of sources.slice(0, 10)) expect((await compile(source, 'before')).ok).toBe(true);
	const before = tooHard;
	for (const source of sources) expect((await compile(source, 'other')).ok).toBe(true);
	// Each of twenty would wait for a hard source to end, if it waited for one.
	expect(tooHard - before).toBeLessThan(10);
	over = true;
	await Promise.all(attacks);
}, 120_000);

test.runIf(process.platform === 'linux')(
	'a compiler, or its esbuild, that is ended by somebody is said in health, and the next source is compiled',
	async () => {
		for (const part of [0, 1]) {
			await expect.poll(() => compiler.health().ready, { timeout: 20_000 }).toBe(3);
			const { ended } = compiler.health();
			const own = processTree(process.pid, 2).filter((pid) => processTree(pid, 2).length === 2);
			const compilers = own.filter((pid) => pid !== process.pid);
			expect(compilers.length).toBe(3);
			for (const pid of compilers) process.kill(processTree(pid, 2)[part]!, 'SIGKILL');
			await expect.poll(() => compiler.health().ended.ended, { timeout: 10_000 }).toBe(ended.ended + 3);
			expect(await codeOf(main('export const a = 1;'))).toBe('ok');
			await expect.poll(() => compiler.health()).toMatchObject({ status: 'ok' });
		}
	}
);

test(
	`${COUNT} sources that are made to be hard leave this process as quick and as small as it was`,
	async () => {
		const sources = hostileSources(SEED, COUNT);
		const look = watchSelf();
		const answers = new Map<string, number>();
		let next = 0;
		const takeTurns = async (client: string) => {
			for (let index = next++; index < COUNT; index = next++) {
				const result = await compile(sources[index]!, client);
				const answer = result.ok
					? 'compiled'
					: result.diagnostics.some(({ code }) => code === 'too-hard-to-compile')
						? 'too hard'
						: 'errors';
				answers.set(answer, (answers.get(answer) ?? 0) + 1);
				if (!result.ok) expect(JSON.stringify(result).length).toBeLessThan(100_000);
			}
		};
		await Promise.all(['a', 'b'].map(takeTurns));
		const { blockedMs, grownMb } = look();
		console.log({ answers: Object.fromEntries(answers), blockedMs, grownMb, health: compiler.health() });
		expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(COUNT);
		expect(blockedMs).toBeLessThan(BLOCKED_MS);
		expect(grownMb).toBeLessThan(GROWN_MB);
	},
	COUNT * 5000
);

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePlan } from '../../tests/support/make-plan.ts';
import { openGradingPage } from './grading-page.ts';
import { figure, median, p95, type Figures } from './statistics.ts';
import { edited, SOURCE, SUITE } from './work.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

/** The floor: a new empty worker that answers. */
const FLOOR = `
window.floor = async () => {
	const url = URL.createObjectURL(new Blob(['onmessage = () => postMessage(0)']));
	const started = performance.now();
	const worker = new Worker(url);
	worker.postMessage(0);
	await new Promise((resolve) => (worker.onmessage = resolve));
	const ms = performance.now() - started;
	worker.terminate();
	URL.revokeObjectURL(url);
	return ms;
};
`;

/** The same files by native Vitest, one process for each check, called without npx; the report is read after. */
function nativeVitest() {
	const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
	for (const part of ['start', 'tests']) mkdirSync(join(folder, part));
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
	writeFileSync(join(folder, 'tests/fare.test.js'), SUITE);
	const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
	return (round: number): number => {
		writeFileSync(join(folder, 'start/main.js'), edited(round));
		const started = performance.now();
		const args = [vitest, 'run', '--root', folder, '--reporter=json', '--outputFile=report.json'];
		execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
		const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
			numPassedTests: number;
		};
		if (report.numPassedTests !== 9) throw new Error('Native Vitest did not pass the nine tests');
		return performance.now() - started;
	};
}

/** A learner looks at what was written before the click. */
const PAUSE_MS = 300;
const DISCARDED = 3;

export async function benchWarm(samples: number): Promise<Figures> {
	const page = await openGradingPage("createWorkerEngine({ sandboxUrl: '/engine/sandbox.html' })", {}, FLOOR);
	const native = nativeVitest();
	const plan = await makePlan({ files: { 'main.js': SOURCE }, suite: { 'tests/fare.test.js': SUITE } });
	const suite = { hash: 'h', ...plan.suite!, translations: { tests: {}, messages: {} } };
	const sample = (round: number, pause: number): Promise<number> =>
		page.sample(
			{ files: { 'main.js': edited(round) }, entry: 'main.js', mocked: [], need: 'worker', packages: [] },
			suite,
			pause
		);
	const warm: number[] = [];
	const immediate: number[] = [];
	const floor: number[] = [];
	const vitest: number[] = [];
	let round = 0;
	try {
		// In rounds, so that a busy minute of the machine falls on all of them.
		for (let i = -DISCARDED; i < samples; i++) {
			const ready = await sample(++round, PAUSE_MS);
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			const typed = await sample(++round, 0);
			const empty = (await page.evaluate('window.floor()')) as number;
			if (i < 0) continue;
			warm.push(ready);
			immediate.push(typed);
			floor.push(empty);
			if (i % 3 === 0) vitest.push(native(++round));
		}
	} finally {
		await page.close();
	}
	return {
		'grade.warm.ms': figure(warm),
		'grade.warm.p95.ms': figure(warm, 'ms', p95),
		'grade.warm.unready.ms': figure(immediate),
		'worker.floor.ms': figure(floor),
		'vitest.native.ms': figure(vitest),
		'grade.warm.vitest_ratio': figure([median(vitest) / median(warm)], '×')
	};
}

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { readRunnerOutput } from '../../src/lib/engines/webcontainer/runner-output.ts';
import {
	BOOT_FILE,
	PROJECT_FOLDER,
	REQUEST_FILE,
	RUNNER_FILE,
	type ContainerScripts,
	type RunnerBoot
} from '../../src/lib/engines/webcontainer/runner.ts';
import { openContainerPage } from '../../tests/support/container-page.ts';
import { makePlan } from '../../tests/support/make-plan.ts';
import { buildContainerRunner } from '../../src/build/programs.ts';
import { buildHarness } from '../../src/build/harness-kinds.ts';
import { figure, median, type Figures } from './statistics.ts';
import { SOURCE, SUITE } from './work.ts';

const KEY = 'bench';

/** Time for a process to become ready and warm, as between two clicks. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 700));

/** The request as the host would write it. */
const requestOf = (plan: Plan) => ({
	type: 'run',
	nonce: KEY,
	mode: plan.mode,
	learner: plan.learner.code,
	suite: plan.suite,
	entry: plan.entry,
	need: plan.need,
	files: plan.files,
	pages: plan.learner.pages,
	packages: null,
	limits: plan.limits
});

/** Milliseconds of one run in a process of Node that is ready, without page, client and stand-in. */
async function runDirectly(
	own: string,
	{ runner, harness }: ContainerScripts,
	plan: Plan,
	round: number
): Promise<number> {
	const folder = join(own, String(round));
	mkdirSync(join(folder, PROJECT_FOLDER), { recursive: true });
	const boot: RunnerBoot = { key: KEY, harness, harden: true, packages: [] };
	writeFileSync(join(folder, RUNNER_FILE), runner);
	writeFileSync(join(folder, BOOT_FILE), JSON.stringify(boot));
	const child = spawn(process.execPath, [join(folder, RUNNER_FILE)], { cwd: join(folder, PROJECT_FOLDER) });
	let become = { ready: () => {}, done: () => {} };
	const ready = new Promise<void>((resolve) => (become = { ...become, ready: resolve }));
	const done = new Promise<void>((resolve) => (become = { ...become, done: resolve }));
	const output = readRunnerOutput(KEY, ({ type }) => {
		if (type === 'ready') become.ready();
		if (type === 'done') become.done();
	});
	child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
	await ready;
	await settle();
	const started = performance.now();
	writeFileSync(join(folder, REQUEST_FILE), JSON.stringify(requestOf(plan)));
	child.stdin.write('\n');
	await done;
	const took = performance.now() - started;
	child.kill('SIGKILL');
	return took;
}

/**
 * What the engine adds to a run: its median through the page, the real client and the stand-in, minus that of the same
 * runner called directly. In both the process is ready before the run.
 */
export async function benchWebcontainer(runs: number): Promise<Figures> {
	const plan = await makePlan({
		need: 'node',
		files: { 'main.js': SOURCE },
		suite: { 'tests/fare.test.js': SUITE }
	});
	const own = mkdtempSync(join(tmpdir(), 'bench-'));
	const page = await openContainerPage();
	const [through, direct]: number[][] = [[], []];
	try {
		const scripts = { runner: await buildContainerRunner(), harness: await buildHarness('container', true) };
		const { reason } = await page.boot();
		if (reason) throw new Error(`The container did not boot: ${reason}`);
		for (let round = 0; round < runs; round++) {
			await settle();
			const { report, ms } = await page.run(plan);
			if (!report.runs[0]?.tests.every((test) => test.state === 'pass'))
				throw new Error('A run in the container did not pass');
			through!.push(ms);
			direct!.push(await runDirectly(own, scripts, plan, round));
		}
	} finally {
		await page.close();
		rmSync(own, { recursive: true, force: true });
	}
	const floor = median(direct!);
	return {
		'webcontainer.overhead.ms': figure(through!.map((ms) => ms - floor)),
		'webcontainer.run.ms': figure(through!)
	};
}

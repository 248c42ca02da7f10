import { cpus } from 'node:os';
import { createNativeEngine } from '../../src/lib/server/threads/native-engine.ts';
import { makePlan, nodeHarnesses } from '../../tests/support/make-plan.ts';
import { figure, type Figures } from './statistics.ts';
import { SOURCE, SUITE } from './work.ts';

/** Runs a second in threads of Node, a fresh hardened realm each, on all cores. */
export async function benchNative(runs: number): Promise<Figures> {
	const session = await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal);
	const plan = await makePlan({ files: { 'main.js': SOURCE }, suite: { 'tests/fare.test.js': SUITE } });
	let next = 0;
	const worker = async () => {
		while (next < runs) {
			const report = await session.run(
				{ ...plan, runId: `n${next++}` },
				{ signal: new AbortController().signal }
			);
			if (!report.runs[0]?.tests.every((test) => test.state === 'pass'))
				throw new Error('A native run did not pass');
		}
	};
	const started = performance.now();
	await Promise.all(cpus().map(worker));
	const perSecond = runs / ((performance.now() - started) / 1000);
	return { 'grade.node.per_second': { ...figure([perSecond], '1/s'), n: runs } };
}

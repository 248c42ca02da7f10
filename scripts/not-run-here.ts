import type { Reporter, TestModule } from 'vitest/node';

/** After a run: why tests were skipped that this machine cannot run, and how many. They have not passed. */
export const notRunHere: Reporter = {
	onTestRunEnd(modules: readonly TestModule[]) {
		const counts = new Map<string, number>();
		for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
			const result = test.result();
			if (result.state !== 'skipped' || !result.note) continue;
			counts.set(result.note, (counts.get(result.note) ?? 0) + 1);
		}
		for (const [why, count] of counts) console.log(`\n# Not run here: ${count} tests. ${why}`);
	}
};

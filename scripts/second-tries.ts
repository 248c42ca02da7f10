import type { Reporter, TestModule } from 'vitest/node';

/** After a run: each test that passed only at its second try, with what was wrong at the first. A green run hides none of them. */
export const secondTries: Reporter = {
	onTestRunEnd(modules: readonly TestModule[]) {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const flaky = tests.filter((test) => test.diagnostic()?.flaky);
		if (flaky.length === 0) return;
		console.log(`\n# Passed only at the second try: ${flaky.length}`);
		for (const test of flaky) {
			console.log(`- ${test.module.relativeModuleId} > ${test.fullName}`);
			for (const { message, diff } of test.result().errors ?? [])
				console.log(diff ? `${message}\n${diff}` : message);
		}
	}
};

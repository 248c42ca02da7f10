import { writeFileSync } from 'node:fs';

/** Writes what Vitest itself says of each test: its JSON report has stacks where messages should be. */
export default class ParityReporter {
	onTestRunEnd(modules) {
		const suites = {};
		for (const module of modules) {
			const name = module.moduleId.slice(module.moduleId.lastIndexOf('/') + 1);
			suites[name] = [...module.children.allTests()].map((test) => {
				const { state, errors } = test.result();
				const error = state === 'failed' ? errors[0] : undefined;
				return {
					name: test.fullName,
					state,
					error: error ? { name: error.name, message: String(error.message ?? '') } : null
				};
			});
		}
		writeFileSync('report.json', JSON.stringify(suites));
	}
}

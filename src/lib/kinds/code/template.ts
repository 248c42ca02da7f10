import type { KindTemplate } from '../kind.ts';

export const codeTemplate: KindTemplate = {
	choice: {
		flag: 'need',
		question: "What does the learner's code need?",
		usage: 'what the code needs: only the language, a page, or Node',
		choices: [
			{ value: 'worker', label: 'only the language', hint: 'functions, loops, text: "worker"' },
			{ value: 'dom', label: 'a page', hint: 'HTML, CSS, clicks: "dom"' },
			{ value: 'node', label: 'Node', hint: 'files, arguments, exit codes: "node"' }
		]
	},
	folder: (need) => `templates/exercise/${need ?? 'worker'}`,
	path: (path, slug) => path.replace('tests/exercise.', `tests/${slug}.`)
};

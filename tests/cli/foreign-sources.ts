import type { Files } from './mutate-files.ts';

const config = (value: unknown): string => JSON.stringify(value, null, 2);

const EXERCISM: Readonly<Record<string, string>> = {
	LICENSE: 'MIT License\n\nCopyright (c) somebody\n',
	'config.json': config({
		language: 'JavaScript',
		slug: 'javascript',
		exercises: {
			concept: [
				{ slug: 'lamps', name: 'Lamps', concepts: ['booleans'], prerequisites: [], status: 'active' }
			],
			practice: [
				{ slug: 'doors', name: 'Doors', practices: ['arrays'], prerequisites: ['booleans'], difficulty: 5 }
			]
		}
	}),
	'exercises/concept/lamps/.meta/config.json': config({
		authors: ['a'],
		files: { solution: ['lamps.js'], test: ['lamps.spec.js'], exemplar: ['.meta/exemplar.js'] }
	}),
	'exercises/concept/lamps/.meta/exemplar.js': 'export const isOn = (lamp) => lamp === 1;\n',
	'exercises/concept/lamps/.docs/introduction.md': '# Introduction\n\nA lamp is on or off.\n',
	'exercises/concept/lamps/.docs/instructions.md': '# Instructions\n\n## 1. On\n\nSay whether it is on.\n',
	'exercises/concept/lamps/.docs/hints.md':
		'# Hints\n\n## General\n\n- Compare.\n\n## 1. On\n\n- Use `===`.\n',
	'exercises/concept/lamps/lamps.js': "export const isOn = (lamp) => { throw new Error('Write me'); };\n",
	'exercises/concept/lamps/lamps.spec.js': `import { describe, expect, test } from '@jest/globals';
import { isOn } from './lamps';
describe('lamps', () => {
	test('one is on', () => { expect(isOn(1)).toBe(true); });
	test('nought is off', () => { expect(isOn(0)).toBe(false); });
});
`,
	'exercises/practice/doors/.meta/config.json': config({
		files: { solution: ['doors.js'], test: ['doors.spec.js'], example: ['.meta/proof.ci.js'] },
		source_url: 'https://example.org/doors'
	}),
	'exercises/practice/doors/.meta/proof.ci.js':
		'export class Doors {\n\tconstructor() { this.open = []; }\n\ttoggle(n) { this.open[n] = !this.open[n]; return this.open[n]; }\n}\n',
	'exercises/practice/doors/.docs/instructions.md':
		'# Instructions\n\nOpen **doors**.\n\n~~~~exercism/note\nMind the step.\n~~~~\n\n![A door](door.png)\n',
	'exercises/practice/doors/doors.js': 'export class Doors {}\n',
	'exercises/practice/doors/doors.spec.js': `const { Doors } = require('./doors');
const spy = jest.fn();
describe('doors', () => {
	let doors;
	beforeEach(() => { doors = new Doors(); });
	it('opens', () => { spy(doors.toggle(1)); expect(spy).toHaveBeenCalledWith(true); });
	xit.each([[1], [2]])('opens and closes %i', (n) => { doors.toggle(n); expect(doors.toggle(n)).toBe(false); });
	test.skip('never', () => {});
});
`
};

const JEST: Readonly<Record<string, string>> = {
	'package.json': config({ license: 'ISC', repository: { url: 'git+https://example.org/kit.git' } }),
	'first/01_bells/README.md': '# Bells\n\nRing <b>them</b>.\n',
	'first/01_bells/bells.js': 'const bells = function () {};\nmodule.exports = bells;\n',
	'first/01_bells/bells.spec.js': `const bells = require('./bells')
jest.useFakeTimers()
describe('bells', () => {
	test('rings', () => { expect(bells(2)).toEqual(['ding', 'ding']) })
	test.skip('rings not', (done) => { setTimeout(() => { expect(bells(0)).toEqual([]); done() }, 5); jest.runAllTimers() })
})
`,
	'first/01_bells/solution/bells-solution.js':
		"const bells = (n) => Array(n).fill('ding');\nmodule.exports = bells;\n",
	'first/01_bells/solution/bells-solution.spec.js': "const bells = require('./bells-solution');\n",
	'first/02_keys/README.md': '# Keys\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
	'first/02_keys/keys.ts': "export function keys(of: object): string[] { return ['no']; }\n",
	'first/02_keys/data.json': '{"a":1}',
	'first/02_keys/keys.test.ts': `import { keys } from './keys';
import data from './data.json';
it('finds keys', () => { expect(keys(data)).toEqual(['a']); });
`,
	'first/02_keys/keys-solution.ts': 'export const keys = (of: object): string[] => Object.keys(of);\n'
};

const WORKSHOPPER: Readonly<Record<string, string>> = {
	'package.json': config({ license: 'MIT', repository: 'https://example.org/workshop' }),
	'menu.json': config(['GREETING', 'FOR LOOP']),
	'i18n/fr.json': config({ exercise: { GREETING: 'SALUT' } }),
	'problems/greeting/problem.md': 'Create a file named `greeting.js` that prints `hello`.\n',
	'problems/greeting/problem_fr.md': 'Crée un fichier `greeting.js` qui affiche `hello`.\n',
	'problems/for-loop/problem.md':
		'---\n# For\n\nCreate a file named for-loop.js.\n\n```js\nfor (;;) {}\n```\n',
	'solutions/greeting/index.js': "console.log('hello')\n",
	'solutions/for-loop/index.js':
		'let total = 0;\nfor (let i = 0; i < 10; i++) total += i;\nconsole.log({ total });\n'
};

const DODONA: Readonly<Record<string, string>> = {
	LICENSE: 'MIT License\n',
	'dirconfig.json': config({ access: 'public', labels: ['loops'], evaluation: { handler: 'javascript' } }),
	'week1/sum/config.json': config({
		description: { names: { nl: 'Som', en: 'Sum' } },
		programming_language: 'javascript',
		evaluation: { handler: 'TESTed', test_suite: 'plan.yaml' }
	}),
	'week1/sum/description/description.nl.md': 'Schrijf een functie `som`.\n',
	'week1/sum/description/description.en.html': '<p>Write a <code>som</code> function.</p>\n',
	'week1/sum/description/boilerplate/boilerplate': 'function som(a, b) {\n}\n',
	'week1/sum/solution/solution.en.js': 'function som(a, b) {\n  return a + b;\n}\n',
	'week1/sum/evaluation/plan.yaml':
		'- tab: som\n  testcases:\n    - expression: som(1, 2)\n      return: 3\n    - expression: "som(-1, 1)"\n      return: 0\n',
	'week1/other/config.json': config({
		description: { names: { nl: 'Ander' } },
		programming_language: 'python',
		evaluation: { handler: 'pythia' }
	}),
	'week1/other/description/description.nl.md': 'In Python.\n'
};

/** Small collections in each format that can be imported, made up for tests. */
export const SOURCES: Readonly<Record<string, Files>> = {
	exercism: new Map(Object.entries(EXERCISM)),
	jest: new Map(Object.entries(JEST)),
	workshopper: new Map(Object.entries(WORKSHOPPER)),
	dodona: new Map(Object.entries(DODONA))
};

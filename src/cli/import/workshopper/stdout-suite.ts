import type { EngineNeed, FileMap, MessagesFile } from '../../../lib/contract/exercise.ts';
import type { Locale } from '../../../lib/contract/locale.ts';
import { PRINTED } from './printed.ts';

const NOTE =
	'Your program must print exactly this text, and nothing else. Compare the two texts line by line: capitals, spaces and full stops count.';

const TEST = 'prints the expected text';

const TRANSLATIONS: Readonly<Record<Exclude<Locale, 'en'>, MessagesFile>> = {
	fr: {
		tests: { [TEST]: 'affiche le texte attendu' },
		messages: {
			[NOTE]:
				'Ton programme doit afficher exactement ce texte, et rien d’autre. Compare les deux textes ligne par ligne : les majuscules, les espaces et les points comptent.'
		}
	},
	nl: {
		tests: { [TEST]: 'toont de verwachte tekst' },
		messages: {
			[NOTE]:
				'Je programma moet precies deze tekst tonen, en niets anders. Vergelijk de twee teksten regel per regel: hoofdletters, spaties en punten tellen mee.'
		}
	}
};

/** What a comparing suite says, in those of these languages that are not English. */
export const translationsFor = (languages: readonly Locale[]): Partial<typeof TRANSLATIONS> =>
	Object.fromEntries(Object.entries(TRANSLATIONS).filter(([locale]) => languages.includes(locale as Locale)));

/** `run()`: starts the program anew and gives all that it printed, without the last line end. */
const runModule = (entry: string, need: EngineNeed): string =>
	need === 'node'
		? `import { resetFiles, runProgram } from 'passerelle/program';

export async function run() {
	resetFiles();
	const { output, errors, exitCode } = await runProgram(${JSON.stringify(entry)});
	if (exitCode !== 0) throw new Error(errors.trim() || 'The program ended with exit code ' + exitCode);
	return output.replace(/\\n$/, '');
}
`
		: `import { vi } from 'vitest';
import { printed } from './printed.js';

export async function run() {
	vi.resetModules();
	const lines = [];
	const spies = ['log', 'info', 'debug'].map((method) =>
		vi.spyOn(console, method).mockImplementation((...args) => void lines.push(printed(args)))
	);
	try {
		await import(${JSON.stringify(`../start/${entry}`)});
		return lines.join('\\n');
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}
`;

function withRun(entry: string, need: EngineNeed, suite: FileMap): FileMap {
	const modules: FileMap = { ...suite, 'tests/run.js': runModule(entry, need) };
	return need === 'node' ? modules : { ...modules, 'tests/printed.js': PRINTED };
}

/** Name of the test of a suite that writes down what a program prints. */
export const RECORD = 'record';

/** A suite that prints what the program prints, as one JSON string. */
export const recordingSuite = (entry: string, need: EngineNeed): FileMap =>
	withRun(entry, need, {
		'tests/main.test.js': `import { test } from 'vitest';
import { run } from './run.js';

test('${RECORD}', async () => console.log(JSON.stringify(await run())));
`
	});

/** A text as source: several lines are an array that is joined, so that a coach can read them. */
function literal(text: string): string {
	const lines = text.split('\n').map((line) => JSON.stringify(line));
	return lines.length === 1 ? lines[0]! : `[\n\t${lines.join(',\n\t')}\n].join('\\n')`;
}

/** A suite that compares what the program prints with a literal text. */
export const comparingSuite = (entry: string, need: EngineNeed, expected: string): FileMap =>
	withRun(entry, need, {
		'tests/main.test.js': `import { expect, test } from 'vitest';
import { run } from './run.js';

const EXPECTED = ${literal(expected)};

test('${TEST}', async () => {
	expect(
		await run(),
		${JSON.stringify(NOTE)}
	).toBe(EXPECTED);
});
`
	});

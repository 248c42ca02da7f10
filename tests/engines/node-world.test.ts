import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConsoleEntry, Report } from '../../src/lib/contract/report.ts';
import { makePlan, type Fixture } from '../support/make-plan.ts';
import { PROGRAM_CASES } from './node-programs.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

const ENGINES = [
	['in memory, in a thread of Node', openNative('node')],
	['in memory, in a process of Deno without permissions', openRemote('node')],
	['real, in a container played by a stand-in', openWebcontainer]
] as const;

const suiteOf = (body: string) => ({
	'tests/x.test.js': `import { expect, test } from 'vitest';
import fs from 'node:fs';
import { resetFiles, runProgram, startServer } from 'passerelle/program';
test('it', async () => {
${body}
});`
});

/** A printed line with its level, or with what is said of the program's end. */
const lineOf = ({ level, text, ending }: ConsoleEntry): string =>
	`${ending ? `${ending.code} ${ending.number}` : level} ${text}`;

describe.each(ENGINES)('Node %s', (_, open) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	const run = async (fixture: Fixture): Promise<Report> => {
		const plan = await makePlan({ need: 'node', timeMs: 8000, ...fixture });
		return subject.session.run(plan, { signal: new AbortController().signal });
	};

	test.each(PROGRAM_CASES.map((one) => [one.name, one] as const))(
		'%s',
		{ timeout: 30_000 },
		async (_, { files, test: body, packages }) => {
			const report = await run({ files, packages, suite: suiteOf(body), expected: ['it'] });
			const [result] = report.runs[0]!.tests;
			expect(result?.failure ?? report.status).toBe('ran');
			expect(result?.state).toBe('pass');
		}
	);

	test.each([
		['while it is loaded', `const names = [];\nconsole.log(name.length);`, 2],
		['in a timer', `setTimeout(() => {\n\n\tconsole.log(name.length);\n}, 1);`, 3],
		['in a promise', `Promise.resolve().then(() => {\n\tname.length;\n});`, 2]
	])(
		'what ends a program %s is the reason of the failed test, with its line, beside the advice',
		{ timeout: 30_000 },
		async (_, text, line) => {
			const body = `expect((await runProgram()).output, 'Count the names').toBe('0');`;
			const report = await run({ files: { 'main.js': text }, suite: suiteOf(body), expected: ['it'] });
			const [result] = report.runs[0]!.tests;
			const message = 'name is not defined';
			expect(result).toMatchObject({
				state: 'fail',
				failure: {
					kind: 'error',
					name: 'ReferenceError',
					message,
					note: 'Count the names',
					location: { line }
				}
			});
			expect(report.runs[0]!.console.map((one) => one.text)).toEqual([
				`Uncaught ReferenceError: ${message} (main.js:${line})`
			]);
		}
	);

	test('Run starts a program with the words and the text that somebody has given it', async () => {
		const report = await run({
			files: {
				'main.js': `import { readFileSync } from 'node:fs';
console.log(process.argv.slice(2).join('|'));
console.log(readFileSync(0, 'utf8').split('\\n').length);`
			},
			suite: suiteOf('expect(1).toBe(1);'),
			expected: ['it'],
			mode: 'run',
			start: { args: ['12.50', 'two words', ''], input: 'é\na\nb' }
		});
		expect(report.runs[0]!.console.map(({ text }) => text)).toEqual(['12.50|two words|', '3']);
	});

	test.each([
		[`console.log('a'); process.exit(3);`, ['log a', 'exit-code 3 The program ended with exit code 3.']],
		[`setTimeout(() => console.log('a'), 5);`, ['log a']],
		[
			`import http from 'node:http'; http.createServer(() => {}).listen(3000, () => console.log('up'));`,
			['log up', 'listens 3000 The server is listening on port 3000.']
		]
	])('Run shows how a program ends: %s', async (text, lines) => {
		const report = await run({
			files: { 'main.js': text },
			suite: suiteOf('expect(1).toBe(1);'),
			expected: ['it'],
			mode: 'run'
		});
		expect(report.status).toBe('ran');
		expect(report.runs[0]!.failure).toBe(null);
		expect(report.runs[0]!.console.map(lineOf)).toEqual(lines);
	});

	test.each([
		[`console.log('a');`, ['log a', 'without-server 0 The program ended without starting a server.']],
		[
			`process.exitCode = 2;`,
			[
				'exit-code 2 The program ended with exit code 2.',
				'without-server 2 The program ended without starting a server.'
			]
		],
		[
			`require('node:http').createServer(() => {}).listen(80);`,
			['listens 80 The server is listening on port 80.']
		]
	])('Run says of a server whether it listens: %s', async (text, lines) => {
		const report = await run({
			files: { 'main.js': text },
			suite: suiteOf('expect(1).toBe(1);'),
			expected: ['it'],
			mode: 'run',
			start: { args: [], input: '', serves: true }
		});
		expect(report.runs[0]!.console.map(lineOf)).toEqual(lines);
	});
});

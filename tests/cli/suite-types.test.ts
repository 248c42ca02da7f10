// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- it declares modules and is none, so it cannot be imported
/// <reference path="../../exercises/passerelle.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { ProgramApi } from '../../src/lib/engines/harness/node/program.ts';
import type { createPage } from '../../src/lib/engines/harness/page/passerelle-page.ts';
import { createRunModule } from '../../src/lib/engines/harness/run-input.ts';

/*
 * What a coach's editor knows of the modules of suites (exercises/passerelle.d.ts) is what there is. The first half is checked by the
 * compiler: a name too many, one that is missing or another type is an error here.
 */

type Page = ReturnType<typeof createPage>['suiteModule'];
type Same<A, B> = [A, B] extends [B, A]
	? [keyof A, keyof B] extends [keyof B, keyof A]
		? true
		: false
	: false;
const SAME: [
	Same<typeof import('passerelle/page'), Page>,
	Same<typeof import('passerelle/program'), ProgramApi>
] = [true, true];

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(root, 'exercises');
const SUITE = join(FOLDER, 'programming/none/tests/none.test.js');

/** A suite as a coach writes it, in JavaScript; each public name once. */
const RIGHT = `import { expect, test, vi } from 'vitest';
import { fireEvent, screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { input, source } from 'passerelle/run';
import { accessibleDescription, accessibleName, follow, openPage, replay, source as written, styleOf } from 'passerelle/page';
import { resetFiles, runProgram, startServer } from 'passerelle/program';

test('run', () => expect([input, source('main.js').length]).toEqual([null, 0]));
test('page', async () => {
	await openPage();
	await openPage('about.html');
	await replay([{ do: 'click', role: 'button', name: 'Add' }, { do: 'type', role: 'textbox', name: 'Name', text: 'Ada' }]);
	const link = screen.getByRole('link');
	fireEvent.click(link);
	await userEvent.click(link);
	expect((await follow(link)).endsWith('.html')).toBe(true);
	expect([styleOf(link, 'color').trim(), accessibleName(link).trim(), accessibleDescription(link).trim()]).toEqual([]);
	expect(written('index.html').includes('<p>')).toBe(true);
	vi.restoreAllMocks();
});
test('program', async () => {
	const { output, errors, exitCode, crashed } = await runProgram('main.js', { args: ['a'], input: 'b', env: { A: '1' }, files: { 'a.txt': '' } });
	expect([output.trim(), errors.trim(), exitCode.toFixed(), crashed === false]).toEqual([]);
	const server = await startServer('main.js', { env: { PORT: '1' } });
	expect([server.url.trim(), server.port.toFixed()]).toEqual([]);
	await server.close();
	resetFiles();
	resetFiles({ 'a.txt': 'a' });
});
`;
/** And what an editor must underline. */
const WRONG = `import { source } from 'passerelle/run';
import { styleof } from 'passerelle/page';
import { runProgram } from 'passerelle/program';
source(1);
runProgram('main.js', { arguments: [] });
(await runProgram()).output.length();
`;

/** What an editor says of a suite in the folder of exercises, with its own settings. */
function saidOf(text: string): string[] {
	const config = ts.readConfigFile(join(FOLDER, 'jsconfig.json'), (path) => readFileSync(path, 'utf8'));
	const { options } = ts.convertCompilerOptionsFromJson(
		{
			...(config.config as { compilerOptions: object }).compilerOptions,
			checkJs: true,
			strict: true,
			noEmit: true,
			skipLibCheck: true,
			allowJs: true
		},
		FOLDER,
		'jsconfig.json'
	);
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists, readFile } = host;
	host.getSourceFile = (path, ...more) =>
		path === SUITE ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023) : getSourceFile(path, ...more);
	host.fileExists = (path) => path === SUITE || fileExists(path);
	host.readFile = (path) => (path === SUITE ? text : readFile(path));
	const program = ts.createProgram([SUITE, join(FOLDER, 'passerelle.d.ts')], options, host);
	return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
		const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
		return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
	});
}

test('an editor knows every public name of the modules that suites import', { timeout: 120_000 }, () => {
	void SAME;
	expect(saidOf(RIGHT)).toEqual([]);
	for (const name of Object.keys(createRunModule(null, {})))
		expect(RIGHT).toMatch(new RegExp(`\\b${name}\\b`));
});

test('and underlines what is none of them', { timeout: 120_000 }, () => {
	const lines = saidOf(WRONG).map((one) => Number(one.split(':', 1)[0]));
	expect(lines).toEqual([2, 4, 5, 6]);
});

test('an editor knows what exercise.json can say of errors that nobody handles', () => {
	const schema = readFileSync(join(FOLDER, 'exercise.schema.json'), 'utf8');
	expect(schema).toContain('"allowsUnhandled"');
	expect(schema).toContain('"allowPrototype"');
});

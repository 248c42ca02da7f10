import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readText } from '../support/source-files.ts';
import { CODE } from './sources.ts';

/** Four words in a row, as people write them: no code, no list of names. */
const SENTENCE = /(?:^|[\s"(])[\p{L}’']+,?(?: [\p{Ll}’']+,?){3,}/u;

/** Where sentences are made. */
const WORDS = [
	/^src\/lib\/ui\//,
	/^src\/lib\/i18n\//,
	/^src\/lib\/coach-words\//,
	// In the place of the schema library's own: a cause within a sentence of coach-words.
	/^src\/lib\/exercise\/issue-words\.ts$/,
	// A kind brings the words of its own problems.
	/^src\/lib\/kinds\/[^/]+\/(?:[\w-]+-)?words\.ts$/
];

/** Folders whose English is no sentence of ours to a person, and why. */
const OTHER: readonly [path: RegExp, why: string][] = [
	[/^src\/lib\/engines\/harness\//, 'what a browser, Node or Vitest would say to the program that runs'],
	[
		/^src\/lib\/engines\/dom\/(?:preview-frame|quiet-page)\.ts$/,
		'written to the console of the learner’s page'
	],
	[/^src\/lib\/server\/browser\/describe-judgement\.ts$/, 'lines of the log, for the operator'],
	[/^src\/lib\/compile\//, 'diagnostics beside esbuild’s own; ui/words explains them by their kind']
];

/** Single texts, and why they stay. */
const ALLOWED: readonly [path: string, text: string, why: string][] = [
	['src/lib/contract/modules.ts', 'assert assert/strict', 'a list of names'],
	['src/lib/engines/dom/print-value.ts', 'cannot be printed', 'what the console of the page prints'],
	[
		'src/lib/engines/host/run-in-sandbox.ts',
		'The page went to another address',
		'in the place of a browser’s own message, explained by its name'
	],
	['src/lib/engines/webcontainer/session.ts', 'No process could be started', 'the cause of an EngineError'],
	['src/lib/engines/worker/sandbox-frame.ts', 'The frame beside it', 'names what a thrown error is about'],
	['src/lib/server/open-sandbox.ts', 'Deno is not installed', 'a line of the log'],
	['src/lib/server/open-sandbox.ts', 'DENO_BIN does not name', 'a line of the log'],
	[
		'src/lib/server/sandbox/walls-policy.ts',
		'SANDBOX_WALLS=require',
		'the message of an error that stops the start'
	],
	['src/lib/server/sandbox/walls-policy.ts', 'Walls around learners', 'a line of the log'],
	[
		'src/lib/server/catalog/catalog.ts',
		'EXERCISES names folders',
		'the message of an error that stops the start'
	],
	['src/lib/kinds/failure-reason.ts', 'it does not end within', 'in the place of a sentence of Vitest’s'],
	// Causes that a coach reads within a sentence of ours, as they read those of esbuild; codes would be better.
	[
		'src/lib/server/catalog/bundle-packages.ts',
		'which exercises do not have',
		'the cause of a PackagesError'
	],
	['src/lib/server/catalog/bundle-packages.ts', 'is installed in version', 'the cause of a PackagesError'],
	['src/lib/server/catalog/package-folders.ts', 'outside of its own folder', 'the cause of a PackagesError'],
	['src/lib/server/browser/probe-browser.ts', 'its own sandbox', 'a line of the log'],
	['src/lib/server/browser/probe-browser.ts', 'these walls do not stand here', 'a part of that line'],
	['src/lib/server/browser/probe-browser.ts', 'there is no wall around', 'a part of that line'],
	['src/lib/server/sandbox/collect.ts', 'it took longer than', 'the cause of a CollectError'],
	['src/lib/server/sandbox/collect.ts', 'the sandbox said', 'the cause of a CollectError']
];

/** A program or a page in a text. */
const isProgram = (text: string): boolean => /[;{>]\s*\n/.test(text);

interface Text {
	path: string;
	line: number;
	text: string;
}

const calls = (node: ts.Node, name: RegExp): boolean =>
	ts.isCallExpression(node) && name.test(node.expression.getText());

/**
 * Texts that are thrown, logged or documented: for developers and operators, or for those who write by a schema. What is
 * only built beside such a call counts as part of it when it is one of its arguments.
 */
const isForDevelopers = (node: ts.Node, path: string): boolean => {
	for (let at: ts.Node | undefined = node.parent; at && !ts.isFunctionLike(at); at = at.parent) {
		if (
			ts.isNewExpression(at) &&
			/(?:Error|Exception|Failed|Refused|Exercises)$/.test(at.expression.getText())
		)
			return true;
		if (calls(at, /^super$/) || calls(at, /\.(?:describe|regex|refine)$/)) return true;
		if (path.startsWith('src/lib/server/') && calls(at, /(?:^|\.)(?:warn|error)$/)) return true;
	}
	return false;
};

/** Texts of a file that a person may read; types and imports have none. */
function textsIn(path: string, code: string): Text[] {
	const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
	const found: Text[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
		const text = ts.isStringLiteralLike(node)
			? node.text
			: ts.isTemplateExpression(node)
				? node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join('')
				: '';
		if (SENTENCE.test(text) && !isProgram(text) && !isForDevelopers(node, path))
			found.push({ path, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const isAllowed = ({ path, text }: Text): boolean =>
	ALLOWED.some(([file, part]) => file === path && text.includes(part));

describe('sentences', () => {
	test.each([
		["const a = { fix: 'Keep one of the two.' };", 1],
		['const a = (n) => `There are ${n} mistakes in it.`;', 1],
		["throw new Error('There is no such thing here');", 0],
		["const a = 'a-b c_d e/f g.h';", 0],
		["const a = z.string().describe('What the learner does');", 0],
		["type A = 'one of these four words';", 0]
	])('the rule itself: %s: %i', (code, count) => {
		expect(textsIn('src/lib/exercise/a.ts', code)).toHaveLength(count);
	});

	test('are made in ui, in i18n, by coach-words and by the words of a kind: everything else gives codes', () => {
		const why = 'give a code and what the sentence needs, and let the words say it (decision 0002)';
		const texts = CODE.filter(
			({ path }) =>
				/^src\/lib\/.*\.ts$/.test(path) &&
				!WORDS.some((place) => place.test(path)) &&
				!OTHER.some(([place]) => place.test(path))
		).flatMap(({ path }) => textsIn(path, readText(path)));
		const wrong = texts.filter((one) => !isAllowed(one));
		expect(wrong.map(({ path, line, text }) => `${path}:${line} "${text.slice(0, 80)}": ${why}`)).toEqual([]);
	});

	test('no text is allowed that is not there', () => {
		const gone = ALLOWED.filter(
			([path, text]) => !textsIn(path, readText(path)).some((one) => one.text.includes(text))
		);
		expect(gone).toEqual([]);
	});
});

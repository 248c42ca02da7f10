import { createEdits, type Edits } from './edits.ts';
import { rewriteImports } from './imports.ts';
import { rewriteJestObject } from './jest-object.ts';
import { globalUses, readSyntax, type Syntax } from './syntax.ts';
import type { Target } from './targets.ts';
import { findTestApi, renameUses } from './test-api.ts';
import { rewriteTestCalls } from './test-calls.ts';

export interface RewriteOptions {
	/** The file's name: its extension says which language it is. */
	path: string;
	/** Whether `test.skip` is switched on, or left out. `xtest` is always switched on. */
	skipDotted: 'on' | 'off';
	/** Where an import leads. */
	resolve(specifier: string): Target;
}

export type RewrittenSuite =
	| {
			ok: true;
			text: string;
			/** Tests that were left out because the collection has switched them off. */
			skipped: number;
			/** Whether it needs Node. */
			node: boolean;
	  }
	| { ok: false; reason: string };

/** Globals that no engine of ours gives a suite, and what to call them in a refusal. */
const MISSING_GLOBALS: Readonly<Record<string, string>> = {
	document: 'needs a page (document)',
	window: 'needs a page (window)',
	__dirname: 'looks for files beside itself (__dirname)',
	__filename: 'looks for files beside itself (__filename)',
	jasmine: 'uses jasmine'
};

/** Globals that only Node has. */
const NODE_GLOBALS = ['process', 'Buffer', 'setImmediate', 'clearImmediate'];

/** Matchers that need a file of snapshots. */
const SNAPSHOTS = /\.(toMatchSnapshot|toThrowErrorMatchingSnapshot)\s*\(/;

/** What the file does outside the language; refused, or a need of Node. */
function surroundings(syntax: Syntax, edits: Edits): { node: boolean; refused: string | null } {
	const uses = globalUses(syntax);
	for (const [name, refused] of Object.entries(MISSING_GLOBALS))
		if (uses.has(name)) return { node: false, refused };
	for (const node of uses.get('global') ?? []) edits.replace(node.getStart(), node.getEnd(), 'globalThis');
	const snapshot = SNAPSHOTS.exec(syntax.text);
	if (snapshot) return { node: false, refused: `compares with a file of snapshots (${snapshot[1]})` };
	return { node: NODE_GLOBALS.some((name) => uses.has(name)), refused: null };
}

/**
 * A suite for Jest, or one for Vitest kept elsewhere, as a suite of ours; also a module that such a suite imports.
 * Edits the text where it must and keeps the rest as it was written. Never throws for what a file holds.
 */
export function rewriteSuite(text: string, { path, skipDotted, resolve }: RewriteOptions): RewrittenSuite {
	const syntax = readSyntax(path, text);
	if (syntax.broken) return { ok: false, reason: `${path} does not parse: ${syntax.broken}` };
	const edits = createEdits(text);
	const api = findTestApi(syntax);
	if (api.refused) return { ok: false, reason: `the suite ${api.refused}` };
	const skipped = rewriteTestCalls(syntax, api, skipDotted, edits);
	renameUses(syntax, api, edits);
	// A module that cannot be had says more than what is done with it.
	const imports = rewriteImports(syntax, resolve, /\.(?:resetModules|doMock)\s*\(/.test(text), edits);
	const around = surroundings(syntax, edits);
	const problem = imports.refused ?? around.refused ?? rewriteJestObject(syntax, api, resolve, edits);
	if (problem) return { ok: false, reason: `the suite ${problem}` };
	const start = /^#!.*\n/.exec(text)?.[0].length ?? 0;
	edits.insert(start, api.importLine(edits) + imports.lines);
	return { ok: true, text: edits.apply(), skipped, node: around.node || imports.node };
}

import * as typescript from 'monaco-editor/languages/features/typescript/register.js';
import type { EngineNeed } from '../../contract/exercise.ts';

/** TypeScript's own number for ES2022; Monaco's list of names ends before it. */
const ES2022 = 9;

/** What a learner's program finds in the sandbox, beyond the language itself. */
const SANDBOX_GLOBALS = `
interface Console {
	/** Prints values. */
	log(...values: unknown[]): void;
	info(...values: unknown[]): void;
	warn(...values: unknown[]): void;
	error(...values: unknown[]): void;
	debug(...values: unknown[]): void;
	table(data: unknown): void;
}
declare var console: Console;
declare function setTimeout(callback: (...values: any[]) => void, milliseconds?: number, ...values: any[]): number;
declare function clearTimeout(id: number | undefined): void;
declare function setInterval(callback: (...values: any[]) => void, milliseconds?: number, ...values: any[]): number;
declare function clearInterval(id: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare var performance: { now(): number };
`;

const NODE_GLOBALS = `
declare var process: {
	argv: string[];
	env: Record<string, string | undefined>;
	exitCode: number | undefined;
	exit(code?: number): never;
	cwd(): string;
	stdin: AsyncIterable<any> & { on(event: string, listener: (...values: any[]) => void): void };
	stdout: { write(text: string): boolean };
	stderr: { write(text: string): boolean };
};
declare function fetch(address: string, options?: object): Promise<any>;
`;

/** What a program finds around it, beyond the language; a page has the browser's own types. */
const GLOBALS: Readonly<Record<EngineNeed, string>> = {
	worker: SANDBOX_GLOBALS,
	dom: '',
	node: SANDBOX_GLOBALS + NODE_GLOBALS
};

let current: EngineNeed | null = null;

/** Completion, hover and types for the exercise's files. The settings are Monaco's own globals: once for each need. */
export function setUpLanguageService(need: EngineNeed): void {
	if (need === current) return;
	current = need;
	for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
		defaults.setCompilerOptions({
			target: ES2022 as typescript.ScriptTarget,
			module: typescript.ModuleKind.ESNext,
			moduleResolution: typescript.ModuleResolutionKind.NodeJs,
			lib: need === 'dom' ? ['es2022', 'dom', 'dom.iterable'] : ['es2022'],
			allowJs: true,
			checkJs: false,
			allowNonTsExtensions: true,
			allowImportingTsExtensions: true,
			noEmit: true,
			strict: true,
			types: []
		});
		defaults.addExtraLib(GLOBALS[need], 'file:///sandbox-globals.d.ts');
		// Imports between files complete only when the worker knows all of them.
		defaults.setEagerModelSync(true);
	}
	// Syntax errors come from our own compiler: the same words as a check says, in the learner's language.
	typescript.javascriptDefaults.setDiagnosticsOptions({
		noSemanticValidation: true,
		noSyntaxValidation: true,
		noSuggestionDiagnostics: true
	});
	typescript.typescriptDefaults.setDiagnosticsOptions({
		// Of Node's modules and of packages there are no types here: each import would look wrong.
		noSemanticValidation: need === 'node',
		noSyntaxValidation: true,
		noSuggestionDiagnostics: true
	});
}

const VITEST_TYPES_URL = '/types/vitest.json';
let vitestTypes: Promise<void> | null = null;

/** Once a text imports `vitest`, fetches its types: no other exercise pays for them. */
export function provideTypesFor(text: string): void {
	if (vitestTypes || !/from\s*['"]vitest['"]/.test(text)) return;
	vitestTypes = fetch(VITEST_TYPES_URL)
		.then((response) => response.json() as Promise<Record<string, string>>)
		.then((files) => {
			for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
				for (const [path, text] of Object.entries(files)) defaults.addExtraLib(text, `file:///${path}`);
			}
		})
		.catch(() => {
			// Offline, say: the next keystroke asks again.
			vitestTypes = null;
		});
}

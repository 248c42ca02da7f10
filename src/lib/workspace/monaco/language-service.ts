import * as typescript from 'monaco-editor/languages/features/typescript/register.js';

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

let done = false;

/** Completion, hover and types for the exercise's files. The settings are Monaco's own globals: once is enough. */
export function setUpLanguageService(): void {
	if (done) return;
	done = true;
	for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
		defaults.setCompilerOptions({
			target: ES2022 as typescript.ScriptTarget,
			module: typescript.ModuleKind.ESNext,
			moduleResolution: typescript.ModuleResolutionKind.NodeJs,
			lib: ['es2022'],
			allowJs: true,
			checkJs: false,
			allowNonTsExtensions: true,
			allowImportingTsExtensions: true,
			noEmit: true,
			strict: true,
			types: []
		});
		defaults.addExtraLib(SANDBOX_GLOBALS, 'file:///sandbox-globals.d.ts');
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
		noSemanticValidation: false,
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

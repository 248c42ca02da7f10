import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import TypeScriptWorker from 'monaco-editor/language/typescript/ts.worker.js?worker';

/** Tells Monaco where its workers are; each starts when it is first needed. */
export function provideWorkers(): void {
	globalThis.MonacoEnvironment = {
		getWorker: (_module, label) =>
			label === 'typescript' || label === 'javascript' ? new TypeScriptWorker() : new EditorWorker()
	};
}

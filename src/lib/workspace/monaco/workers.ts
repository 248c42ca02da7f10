import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import TypeScriptWorker from 'monaco-editor/language/typescript/ts.worker.js?worker';
import { whenIdle } from '../when-idle.ts';

/** Tells Monaco where its workers are; each starts when it is first needed. */
export function provideWorkers(): void {
	globalThis.MonacoEnvironment = {
		getWorker: (_module, label) =>
			label === 'typescript' || label === 'javascript' ? startTypeScript() : new EditorWorker()
	};
}

/** By far the heaviest part of the editor: it waits until the text can be read and written. */
async function startTypeScript(): Promise<Worker> {
	await whenIdle(new AbortController().signal);
	return new TypeScriptWorker();
}

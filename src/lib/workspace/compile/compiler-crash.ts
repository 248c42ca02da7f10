/**
 * esbuild makes its worker itself and does not hear it fail; the page does, because an error that nobody in a worker
 * catches goes on to its window. Only esbuild's worker comes from a blob, so its file tells it from the page's errors.
 */
export function onCompilerCrash(listener: () => void): void {
	globalThis.addEventListener('error', (event) => {
		if (!/^(?:blob|wasm):|\.wasm$/.test(event.filename)) return;
		// Somebody has caught it now: another compiler takes this one's place.
		event.preventDefault();
		listener();
	});
}

// The package has types for its main entry only; the minified build has the same functions.
declare module 'esbuild-wasm/esm/browser.min.js' {
	export * from 'esbuild-wasm';
}

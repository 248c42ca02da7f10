/**
 * memfs looks for a process while it is loaded, and would take the engine's: it gets one that knows nothing. The world
 * puts another in its place. Imported before memfs.
 */
Object.defineProperty(globalThis, 'process', {
	value: { cwd: () => '/', env: {}, platform: 'linux', emitWarning: () => {} },
	writable: true,
	configurable: true
});

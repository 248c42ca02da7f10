/** Written by scripts/harness-plugin.ts. */
declare module 'virtual:passerelle/sandbox-url' {
	const url: string;
	export default url;
	export const domUrl: string;
	export const previewUrl: string;
	export const recorderUrl: string;
}
declare module 'virtual:passerelle/harness-node' {
	const harnesses: import('./lib/server/threads/native-engine.ts').Harnesses;
	export default harnesses;
}
/** Written by scripts/compile-process-plugin.ts. */
declare module 'virtual:passerelle/compile-process' {
	const program: string;
	export default program;
}
declare module 'virtual:passerelle/container-url' {
	const url: string;
	export default url;
}

import { readCompileResult } from './compile-result.ts';
import type { Compiler } from './compiler.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Compiles on the server. Rejects when it does not answer, or answers with an error or something else than a result. */
export const createRemoteCompiler = (fetch: Fetch, url: string): Compiler => ({
	async compile({ files, entry, mocked, need, packages, program, plants }, signal) {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ files, entry, mocked, need, packages, program, plants }),
			signal
		});
		if (!response.ok) throw new Error(`The compiler answered ${response.status}`);
		return readCompileResult(await response.json());
	}
});

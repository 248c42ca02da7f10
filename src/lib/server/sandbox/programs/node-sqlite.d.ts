/** The part that is used: the types of Node 20 do not have it yet, and Deno does. */
declare module 'node:sqlite' {
	export class DatabaseSync {
		constructor(path: string);
		exec(sql: string): void;
		prepare(sql: string): { run(...parameters: unknown[]): { changes: number } };
		close(): void;
	}
}

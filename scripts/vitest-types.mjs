import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';

/** What a learner's test file imports. Vitest's own index would bring in Vite's types: megabytes for one `import`. */
const ENTRY = 'node_modules/vitest/index.d.ts';
const PACKAGES = {
	'@vitest/runner': 'dist',
	'@vitest/expect': 'dist',
	'@vitest/spy': 'dist',
	'@vitest/utils': 'dist',
	'@types/chai': '.',
	'@types/deep-eql': '.'
};
const SPECIFIER = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

const INDEX = `
import { ExpectStatic } from '@vitest/expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, onTestFailed, onTestFinished, suite, test } from '@vitest/runner';
import { fn, spyOn, MockInstance } from '@vitest/spy';
export type { Mock, MockInstance } from '@vitest/spy';
export type { Assertion, ExpectStatic } from '@vitest/expect';
/**
 * Says what a value must be. A test fails where it is something else.
 *
 * @example
 * expect(priceFor(12)).toBe(2.6);
 */
export declare const expect: ExpectStatic;
/** Says what must be true, in the words of Chai: \`assert.equal(priceFor(12), 2.6)\`. */
export declare const assert: Chai.AssertStatic;

interface Vi {
	fn: typeof fn;
	spyOn: typeof spyOn;
	mock(path: string, factory?: () => unknown): void;
	unmock(path: string): void;
	doMock(path: string, factory?: () => unknown): void;
	doUnmock(path: string): void;
	hoisted<T>(factory: () => T): T;
	mocked<T>(item: T): T & MockInstance;
	importActual<T = Record<string, any>>(path: string): Promise<T>;
	isMockFunction(value: unknown): value is MockInstance;
	clearAllMocks(): Vi;
	resetAllMocks(): Vi;
	restoreAllMocks(): Vi;
	resetModules(): Vi;
	stubGlobal(name: string | symbol | number, value: unknown): Vi;
	unstubAllGlobals(): Vi;
	useFakeTimers(options?: { now?: number | Date; toFake?: string[] }): Vi;
	useRealTimers(): Vi;
	isFakeTimers(): boolean;
	setSystemTime(time: number | string | Date): Vi;
	getMockedSystemTime(): Date | null;
	getRealSystemTime(): number;
	advanceTimersByTime(milliseconds: number): Vi;
	advanceTimersByTimeAsync(milliseconds: number): Promise<Vi>;
	advanceTimersToNextTimer(steps?: number): Vi;
	runAllTimers(): Vi;
	runAllTimersAsync(): Promise<Vi>;
	runOnlyPendingTimers(): Vi;
	getTimerCount(): number;
	clearAllTimers(): Vi;
	waitFor<T>(callback: () => T | Promise<T>, options?: number | { timeout?: number; interval?: number }): Promise<T>;
	waitUntil<T>(callback: () => T | Promise<T>, options?: number | { timeout?: number; interval?: number }): Promise<T>;
}
/** Stand-ins for functions, for time and for modules: \`vi.fn()\`, \`vi.spyOn(console, 'log')\`, \`vi.useFakeTimers()\`. */
export declare const vi: Vi;
export declare const vitest: Vi;

declare module '@vitest/expect' {
	interface Assertion<T> {
		toMatchInlineSnapshot(snapshot?: string, hint?: string): void;
		toThrowErrorMatchingInlineSnapshot(snapshot?: string, hint?: string): void;
	}
}
`;

/**
 * Path → text of the type files that make \`import … from 'vitest'\` complete in the editor; paths as below an
 * imagined root, packages flattened (\`node_modules/@vitest/utils/diff.d.ts\`) because the editor reads no package.json.
 * @returns {Promise<Record<string, string>>}
 */
export async function collectVitestTypes() {
	const require = createRequire(join(process.cwd(), 'package.json'));
	/** @type {Record<string, string>} */
	const files = { [ENTRY]: INDEX };
	/** @param {string} name */
	const folderOf = (name) => {
		const from = name.startsWith('@vitest/')
			? dirname(require.resolve('vitest/package.json'))
			: process.cwd();
		return dirname(createRequire(join(from, 'package.json')).resolve(`${name}/package.json`));
	};
	/** @param {string} name @param {string} file */
	async function add(name, file) {
		const subfolder = PACKAGES[/** @type {keyof typeof PACKAGES} */ (name)];
		const path = `node_modules/${name}/${file}`;
		if (subfolder === undefined || path in files) return;
		files[path] = await readFile(join(folderOf(name), subfolder, file), 'utf8');
		await follow(name, file, files[path]);
	}
	/** @param {string} name @param {string} file @param {string} text */
	async function follow(name, file, text) {
		for (const [, specifier = ''] of text.matchAll(SPECIFIER)) {
			if (specifier.startsWith('.')) {
				const target = posix.join(posix.dirname(file), specifier.replace(/\.js$/, '.d.ts'));
				await add(name, target).catch(() => undefined);
				continue;
			}
			const [scope = '', base = '', ...rest] = specifier.split('/');
			const [target, sub] = scope.startsWith('@') ? [`${scope}/${base}`, rest[0]] : [`@types/${scope}`, base];
			// Optional parts of a package may have no types here: the rest still completes.
			await add(target, `${sub || 'index'}.d.ts`).catch(() => undefined);
		}
	}
	await follow('vitest', 'index.d.ts', INDEX);
	return files;
}

/** The errors beginners meet most, whatever the browser calls them. The page has a sentence for each (`runtime.*`). */
export const RUNTIME_CODES = [
	'not-a-function',
	'not-exported',
	'not-in-module',
	'not-defined',
	'no-page',
	'no-network',
	'no-storage',
	'no-temporal',
	'not-everywhere',
	'no-require',
	'too-early',
	'read-of-nothing',
	'write-to-nothing',
	'assign-to-constant',
	'read-only',
	'not-extensible',
	'endless-recursion',
	'nested-too-deeply',
	'invalid-array-length',
	'invalid-count',
	'not-iterable',
	'not-a-constructor',
	'json',
	'invalid-date',
	'invalid-digits',
	'page-reload-form',
	'page-reload-link',
	'page-replaced',
	'page-left',
	'class-in-html',
	'called-too-often',
	'test-time'
] as const;
export type RuntimeCode = (typeof RUNTIME_CODES)[number];

export interface Explanation {
	code: RuntimeCode;
	/** `name`: what the error is about; `value`: `undefined` or `null`, or the module that does not have it. */
	params: Readonly<Record<string, string>>;
}

type Rule = readonly [error: string, pattern: RegExp, code: RuntimeCode];

// Chromium's words first, then Firefox's and Safari's for the same mistake.
const RULES: readonly Rule[] = [
	// The sandbox's own words for what a suite imports and does not find.
	['TypeError', /^(?!default )(?<name>\S+) is not an exported (?:function|constructor)/, 'not-exported'],
	[
		'SyntaxError',
		/^The requested module '(?:node:)?(?<value>.+?)' does not provide an export named '(?<name>.+?)'/,
		'not-in-module'
	],
	['TypeError', /^(?<name>.+?) is not a function/, 'not-a-function'],
	['ReferenceError', /^(?<name>\S+) is not defined/, 'not-defined'],
	['ReferenceError', /^Can't find variable: (?<name>\S+)/, 'not-defined'],
	['ReferenceError', /^Cannot access '(?<name>.+?)' before initialization/, 'too-early'],
	['ReferenceError', /^can't access lexical declaration '(?<name>.+?)' before initialization/, 'too-early'],
	[
		'TypeError',
		/^Cannot read properties of (?<value>undefined|null)(?: \(reading '(?<name>.*?)'\))?/,
		'read-of-nothing'
	],
	['TypeError', /^can't access property "(?<name>.+?)", .+ is (?<value>undefined|null)/, 'read-of-nothing'],
	[
		'TypeError',
		/^(?<value>undefined|null) is not an object \(evaluating '(?:.*\.)?(?<name>.+?)'\)/,
		'read-of-nothing'
	],
	[
		'TypeError',
		/^Cannot set properties of (?<value>undefined|null)(?: \(setting '(?<name>.*?)'\))?/,
		'write-to-nothing'
	],
	['TypeError', /^Assignment to constant variable/, 'assign-to-constant'],
	['TypeError', /^invalid assignment to const '(?<name>.+?)'/, 'assign-to-constant'],
	// The sandbox's own words, for a method that is there already.
	['TypeError', /^Cannot assign to read only property '(?<name>.+?)' of a built-in object/, 'not-extensible'],
	['TypeError', /^Cannot assign to read only property '(?<name>.+?)'/, 'read-only'],
	['TypeError', /^Attempted to assign to readonly property/, 'read-only'],
	['TypeError', /^Cannot add property (?<name>\d+), object is not extensible/, 'read-only'],
	// JavaScript's own prototypes are frozen while a program runs, so that no program changes what its tests run on.
	['TypeError', /^Cannot (?:add|define) property (?<name>.+?), object is not extensible/, 'not-extensible'],
	['TypeError', /^can't define property "?(?<name>.+?)"?: .+ is not extensible/, 'not-extensible'],
	[
		'TypeError',
		/^Attempt(?:ing|ed) to (?:define|add|assign to)\b.* (?:on|of|to) (?:an )?object that is not extensible/,
		'not-extensible'
	],
	['TypeError', /^Cannot redefine property: (?<name>.+)/, 'read-only'],
	// The sandbox's own words, where an engine says the same of both.
	['RangeError', /^The code is nested too deeply/, 'nested-too-deeply'],
	['RangeError', /^Maximum call stack size exceeded/, 'endless-recursion'],
	['InternalError', /^too much recursion/, 'endless-recursion'],
	['RangeError', /^(?:Invalid array length|invalid array length|Array size is not)/, 'invalid-array-length'],
	[
		'RangeError',
		/^(?:Invalid count value: (?<name>.+)|repeat count must|String\.prototype\.repeat)/,
		'invalid-count'
	],
	['TypeError', /^(?<name>.+?) is not iterable/, 'not-iterable'],
	['TypeError', /^(?<name>.+?) is not a constructor/, 'not-a-constructor'],
	['SyntaxError', /JSON/, 'json'],
	['RangeError', /^(?:Invalid time value|Invalid Date|invalid date)/, 'invalid-date'],
	// What a page's harness says.
	['PageReload', /: the form was sent/, 'page-reload-form'],
	['PageReload', /: a link/, 'page-reload-link'],
	['PageReload', /: document\.write/, 'page-replaced'],
	['PageReload', /^The page went/, 'page-left'],
	['SyntaxError', /^class and super cannot be used in (?<name>\w+)="/, 'class-in-html'],
	// What a spy says.
	['RangeError', /^A watched function was called more than (?<value>\d+) times/, 'called-too-often'],
	['RangeError', /^toFixed\(\)|^precision .* out of range/, 'invalid-digits']
];

/** Newer than some browsers, or than Node 20: where they are missing, or taken away (decision 0017), that is why. */
const NOT_EVERYWHERE: Readonly<Record<string, RuntimeCode>> = Object.fromEntries(
	(
		'Iterator DisposableStack AsyncDisposableStack SuppressedError Float16Array Iterator.concat Iterator.zip Iterator.zipKeyed ' +
		'Iterator.from Object.groupBy Map.groupBy Promise.try Promise.withResolvers Array.fromAsync Error.isError RegExp.escape ' +
		'Math.sumPrecise Math.f16round Uint8Array.fromBase64 Uint8Array.fromHex JSON.rawJSON'
	)
		.split(' ')
		.map((name) => [name, 'not-everywhere'])
);

// People copy these from pages about browsers; the sandbox has neither page nor network, on purpose.
const ABSENT: Readonly<Record<string, RuntimeCode>> = {
	alert: 'no-page',
	prompt: 'no-page',
	confirm: 'no-page',
	document: 'no-page',
	localStorage: 'no-storage',
	sessionStorage: 'no-storage',
	indexedDB: 'no-storage',
	Temporal: 'no-temporal',
	...NOT_EVERYWHERE,
	window: 'no-page',
	fetch: 'no-network',
	XMLHttpRequest: 'no-network',
	require: 'no-require'
};

/** What a common error means; null where only the error's own words are known. */
export function explainError(error: { kind: string; name: string; message: string }): Explanation | null {
	if (error.kind === 'limit') return { code: 'test-time', params: {} };
	for (const [name, pattern, code] of RULES) {
		const groups = error.name === name ? pattern.exec(error.message) : null;
		if (!groups) continue;
		const params: Record<string, string> = { name: '', value: '', ...clean(groups.groups) };
		const absent = /^not-(?:defined|a-function)$/.test(code) ? ABSENT[params.name ?? ''] : undefined;
		return { code: absent ?? code, params };
	}
	return null;
}

const clean = (groups: Readonly<Record<string, string | undefined>> = {}): Record<string, string> =>
	Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, value ?? '']));

import { EQUALITY } from './equality-rewrites.ts';

export interface Rewrite {
	name: string;
	from: RegExp;
	/** `$0` is the whole match, `$1`… its groups. */
	to: string;
	/** How often it applies at least in the whole bundle. */
	least: number;
}

const REGISTRY_NAMES =
	'GLOBAL_EXPECT|MATCHERS_OBJECT|JEST_MATCHERS_OBJECT|ASYMMETRIC_MATCHERS_OBJECT|NAME_WORKER_STATE|SAFE_TIMERS_SYMBOL';
const global = '__passerelle_privateGlobal';

/** State that Vitest keeps where anyone finds it: `globalThis` and `Symbol.for(…)`. */
const PRIVATE_STATE: readonly Rewrite[] = [
	{
		name: 'global registry',
		from: new RegExp(`globalThis\\[(${REGISTRY_NAMES})\\]`, 'g'),
		to: `${global}[$1]`,
		least: 10
	},
	{
		name: 'global registry definitions',
		from: new RegExp(`(Object\\.(?:hasOwn|defineProperty))\\(globalThis, (${REGISTRY_NAMES})`, 'g'),
		to: `$1(${global}, $2`,
		least: 4
	},
	{
		name: 'worker state',
		from: /globalThis\.__vitest_worker__/g,
		to: `${global}.__vitest_worker__`,
		least: 1
	},
	{
		name: 'mocker',
		from: /typeof __vitest_mocker__ !== "undefined" \? __vitest_mocker__/g,
		to: `${global}.__vitest_mocker__ ? ${global}.__vitest_mocker__`,
		least: 1
	},
	{ name: 'shared symbols', from: /\bSymbol\.for\(/g, to: '__passerelle_privateSymbolFor(', least: 10 },
	{
		name: 'notes',
		from: /const assert = chai\.expect\(value, message\);/g,
		to: '__passerelle_noteMessage(message); $0',
		least: 1
	}
];

/** Places where a value decides whether it is one of Vitest's own. */
const OWN_KINDS: readonly Rewrite[] = [
	{
		name: 'asymmetric matchers',
		from: /return !!obj && typeof obj === "object" && "asymmetricMatch" in obj && isA\("Function", obj\.asymmetricMatch\);/g,
		to: 'return obj instanceof AsymmetricMatcher;',
		least: 1
	},
	{
		name: 'asymmetric matcher in toThrow',
		from: /typeof expected === "object" && "asymmetricMatch" in expected && typeof expected\.asymmetricMatch === "function"/g,
		to: 'expected instanceof AsymmetricMatcher',
		least: 1
	},
	{
		name: 'asymmetric matcher in a diff, where the value would be told what was expected',
		from: /return type === "Object" && typeof data\.asymmetricMatch === "function";/g,
		to: 'return type === "Object" && data.$$typeof === __passerelle_privateSymbolFor("jest.asymmetricMatcher");',
		least: 1
	},
	{
		name: 'nodes of a page',
		from: /return obj !== null && typeof obj === "object" && "nodeType" in obj && typeof obj\.nodeType === "number"/g,
		to: 'return typeof Node !== "undefined" && obj instanceof Node && typeof obj.nodeType === "number"',
		least: 1
	},
	{
		name: 'mock functions',
		from: /return typeof fn === "function" && "_isMockFunction" in fn && fn\._isMockFunction === true;/g,
		to: 'return typeof fn === "function" && REGISTERED_MOCKS.has(fn);',
		least: 1
	},
	{
		name: 'sentinels of a library that is not here',
		from: /const (IS_\w+) = "@@__IMMUTABLE_\w+__@@";/g,
		to: 'const $1 = Symbol();',
		least: 5
	}
];

/** Calls of a spy are read from a record that nobody but Vitest writes. */
const SPIES: readonly Rewrite[] = [
	{
		name: 'calls are recorded',
		from: /function registerCalls\(args, state, prototypeState\) \{/g,
		to: '$0 __passerelle_recordCall(state, args); if (prototypeState) __passerelle_recordCall(prototypeState, args);',
		least: 1
	},
	{
		name: 'calls are forgotten',
		from: /mock\.mockClear = function mockClear\(\) \{/g,
		to: '$0 __passerelle_forgetCalls(state);',
		least: 1
	},
	{ name: 'calls are read', from: /\bspy\.mock\.calls\b/g, to: '__passerelle_callsOf(spy)', least: 10 },
	{
		name: 'results are read',
		from: /\bspy\.mock\.(results|settledResults)\b/g,
		to: '__passerelle_plainList(spy.mock.$1)',
		least: 10
	},
	{
		name: 'call orders are read',
		from: /\b(before|after)Spy\.mock\.invocationCallOrder\b/g,
		to: '__passerelle_plainList($1Spy.mock.invocationCallOrder)',
		least: 2
	}
];

/** Places where a matcher calls a method of the value it judges, or believes what it says of itself. */
const JUDGED_VALUES: readonly Rewrite[] = [
	{
		name: 'promises',
		from: /Promise\.resolve\((obj|wrapper)\)\.then\(/g,
		to: '__passerelle_settle($1).then(',
		least: 2
	},
	{
		name: 'stringContaining',
		from: /\bother\.includes\(this\.sample\)/g,
		to: '__passerelle_textIncludes(other, this.sample)',
		least: 1
	},
	{
		name: 'arrayContaining',
		from: /\bother\.some\(\(another\)/g,
		to: '__passerelle_plainList(other).some((another)',
		least: 1
	},
	{
		name: 'include of a set',
		from: /included = obj\.has\(val\);/g,
		to: 'included = __passerelle_isIn(obj, val);',
		least: 2
	},
	{
		name: 'include of a text or list',
		from: /\b(obj|expected)\.indexOf\((val|str|possibility)\)/g,
		to: '__passerelle_positionIn($1, $2)',
		least: 4
	},
	{
		name: 'deep include of a list',
		from: /(included = |Array\.isArray\(expected\) && )(obj|expected)\.some\(function/g,
		to: '$1__passerelle_plainList($2).some(function',
		least: 2
	},
	{
		name: 'between two bounds',
		from: /\bobj >= start && obj <= finish\b/g,
		to: '__passerelle_isWithin(obj, start, finish)',
		least: 1
	},
	{
		name: 'messages of errors',
		from: /comparisonString\.indexOf\(errMatcher\) !== -1/g,
		to: '__passerelle_textIncludes(comparisonString, errMatcher)',
		least: 1
	},
	{
		name: 'the message of nothing',
		from: /typeof thrown === "string" \? thrown : thrown\.message/g,
		to: 'typeof thrown === "string" ? thrown : thrown?.message',
		least: 1
	},
	{
		// `throw null` has no message: it does not have the right one.
		name: 'a message is asked for',
		from: /if \(caughtErr && errMsgMatcher !== void 0/g,
		to: 'if (errorWasThrown && errMsgMatcher !== void 0',
		least: 1
	}
];

/** What a console would write in its own way, and what Vitest looks for in a stack. */
const PRINTED: readonly Rewrite[] = [
	{
		name: 'how long stacks are',
		from: /\bError\.stackTraceLimit = ([^;=]+);/g,
		to: '__passerelle_limitStack($1);',
		least: 6
	},
	{
		// It looks for the function of this name; a minified one has none.
		name: 'the names of inline snapshots',
		from: /function wrapAssertion\(utils, name, fn\) \{/g,
		to: '$0 if (name.endsWith("InlineSnapshot")) Object.defineProperty(fn, "name", { value: "__INLINE_SNAPSHOT_OFFSET_3__" });',
		least: 1
	},
	{
		// Stacks of Firefox and Safari have no names of that kind; the place only says which snapshots are the same.
		name: 'the places of inline snapshots',
		from: /const _stack = this\._inferInlineSnapshotStack\(stacks\);/g,
		to: 'const _stack = this._inferInlineSnapshotStack(stacks) || { file: "", line: this._inlineSnapshotStacks.length, column: 1, method: "" };',
		least: 1
	},
	{
		// Vitest would write it into the suite, which nobody can here; "mismatched" alone says too little.
		name: 'a snapshot without a value',
		from: /message: \(\) => `Snapshot \\`\$\{key \|\| "unknown"\}\\` mismatched`/g,
		to: '$0 + (expected === undefined ? ": it has no value to compare with, and none is written here. Write the value into toMatchInlineSnapshot(…)" : "")',
		least: 1
	},
	{
		// It would show the first of the errors inside it, or none where it has none.
		name: 'an error that is made of errors',
		from: /const errors = e instanceof AggregateError \? e\.errors\.map\(\(e\) => (processError\(e, [\w.]+\))\) : \[\1\];/g,
		to: 'const errors = [$1];',
		least: 2
	},
	{
		name: 'nought',
		from: /1 \/ number === Infinity \? '\+0' : '-0'/g,
		to: "1 / number === Infinity ? __passerelle_zeroText() : '-0'",
		least: 1
	}
];

/** What takes too long where a program has printed or returned very much. See ../lib/engines/harness/readable-part.ts. */
const LONG_VALUES: readonly Rewrite[] = [
	{
		name: 'two values are compared',
		from: /err\.diff = printDiffOrStringify\(err\.actual, err\.expected, options, err\);/g,
		to: 'err.actual = __passerelle_readablePart(err.actual); err.expected = __passerelle_readablePart(err.expected); $0',
		least: 1
	},
	{
		name: 'calls of a spy are told',
		from: /\b(spy\.mock\.calls|results)\.map\(\((callArg|callReturn), i\)/g,
		to: '__passerelle_toldCalls($1).map(($2, i)',
		least: 2
	}
];

/** What nothing in a sandbox asks for: every first check would wait for it. */
const LEFT_OUT: readonly Rewrite[] = [
	{
		name: 'source maps, which are read by the host',
		from: /const map = options\.getSourceMap\?\.\(stack\.file\);[^]*?\n\t\}\)\.filter\(\(s\) => s != null\);/g,
		to: 'return shouldFilter(ignoreStackEntries, stack.file) ? null : stack; }).filter((s) => s != null);',
		least: 1
	}
];

/**
 * Rewrites of Vitest 4.1.12's own code (and of the chai 6 in it) for a realm that a hostile program shares. A new
 * version that no longer matches fails the build instead of opening a hole. See docs/decisions/0003.
 */
export const REWRITES: readonly Rewrite[] = [
	// Before those of spies, which read their calls elsewhere.
	...LONG_VALUES,
	...PRIVATE_STATE,
	...OWN_KINDS,
	...SPIES,
	...JUDGED_VALUES,
	...EQUALITY,
	...PRINTED,
	...LEFT_OUT
];

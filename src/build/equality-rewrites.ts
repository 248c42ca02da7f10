import type { Rewrite } from './vitest-rewrites.ts';

/** `Object.prototype.toString` and the tag are what a value says of itself. See `built-in-class.ts` of the harness. */
const CLASSES: readonly Rewrite[] = [
	{
		name: 'class of both in equals',
		from: /const className = Object\.prototype\.toString\.call\(a\);\s+if \(className !== Object\.prototype\.toString\.call\(b\)\)/g,
		to: 'const className = `[object ${__passerelle_classOf(a)}]`;\n\tif (className !== `[object ${__passerelle_classOf(b)}]`)',
		least: 1
	},
	{
		name: 'class of errors',
		from: /Object\.prototype\.toString\.call\(a\) === Object\.prototype\.toString\.call\(b\)/g,
		to: '__passerelle_classOf(a) === __passerelle_classOf(b)',
		least: 1
	},
	{
		name: 'class of what an asymmetric matcher gets',
		from: /return Object\.prototype\.toString\.apply\(value\) === `\[object \$\{typeName\}\]`;/g,
		to: 'return __passerelle_classOf(value) === typeName;',
		least: 1
	},
	{
		name: 'class in chai',
		from: /const stringTag = (?:\(\s*\/\*\*[^/]*\*\/\s*)?obj\[Symbol\.toStringTag\](?:\s*\))?;/g,
		to: 'const stringTag = __passerelle_classOf(obj);',
		least: 2
	},
	{
		name: 'constructors',
		from: /\ba\.constructor (===|!==) b\.constructor/g,
		to: '__passerelle_constructorOf(a) $1 __passerelle_constructorOf(b)',
		least: 2
	}
];

/** What two built-in values hold is read from their slots. See ../built-in-content.ts. */
const CONTENTS: readonly Rewrite[] = [
	{
		name: 'addresses',
		from: /if \(typeof URL === "function" && a instanceof URL && b instanceof URL\) \{\s+return a\.href === b\.href;\s+\}/g,
		to: 'const sameAddress = __passerelle_sameAddress(a, b);\n\tif (sameAddress !== undefined) return sameAddress;',
		least: 1
	},
	{
		name: 'boxed values',
		from: /Object\.is\(a\.valueOf\(\), b\.valueOf\(\)\)/g,
		to: 'Object.is(__passerelle_primitiveOf(a), __passerelle_primitiveOf(b))',
		least: 1
	},
	{
		name: 'dates',
		from: /const numA = \+a;\s+const numB = \+b;/g,
		to: 'const numA = __passerelle_timeOf(a);\n\t\t\tconst numB = __passerelle_timeOf(b);',
		least: 1
	},
	{
		name: 'regular expressions',
		from: /return a\.source === b\.source && a\.flags === b\.flags;/g,
		to: 'return __passerelle_patternOf(a) === __passerelle_patternOf(b);',
		least: 1
	},
	{
		// No engine has it: what says to be one says so itself, and would be asked whether it is equal.
		name: 'Temporal',
		from: /return a\.(?:equals\(b\)|toString\(\) === b\.toString\(\));/g,
		to: 'return false;',
		least: 2
	},
	{
		name: 'bytes',
		from: /function arrayBufferEquality\(a, b\) \{/g,
		to: '$0 return __passerelle_sameBytes(a, b);',
		least: 1
	},
	{
		name: 'what is compared item by item',
		from: / \|\| !hasIterator\(a\) \|\| !hasIterator\(b\)\) \{\s+return undefined;\s+\}/g,
		to: ') {\n\t\treturn undefined;\n\t}\n\tconst both = __passerelle_bothIterable(a, b);\n\tif (!both) return both;',
		least: 1
	},
	{
		name: 'collections',
		from: /\tif \(a\.size !== undefined\) \{/g,
		to: '\ta = __passerelle_plainCollection(a); b = __passerelle_plainCollection(b);\n$0',
		least: 1
	},
	{
		name: 'items in their order',
		from: /const bIterator = b\[IteratorSymbol\]\(\);\s+for \(const aValue of a\) \{/g,
		to: 'const bIterator = __passerelle_iterableOf(b)[IteratorSymbol]();\n\tfor (const aValue of __passerelle_iterableOf(a)) {',
		least: 1
	},
	{
		name: 'keys that an object is asked for',
		from: /(return |if \()Object\.hasOwn\((object|obj), (key|property)\)( \|\| hasPropertyInObject|\) \{\s+return true;)/g,
		to: '$1__passerelle_ownsListed($2, $3)$4',
		least: 3
	}
];

/** The same in chai's own deep equality. */
const CONTENTS_IN_CHAI: readonly Rewrite[] = [
	{
		name: 'boxed values and dates in chai',
		from: /return deepEqual\(leftHandOperand\.valueOf\(\), rightHandOperand\.valueOf\(\)\);/g,
		to: 'return deepEqual(__passerelle_primitiveOf(leftHandOperand), __passerelle_primitiveOf(rightHandOperand));',
		least: 1
	},
	{
		name: 'regular expressions in chai',
		from: /(function regexpEqual\(leftHandOperand, rightHandOperand\) \{\s+return )leftHandOperand\.toString\(\) === rightHandOperand\.toString\(\);/g,
		to: '$1__passerelle_patternOf(leftHandOperand) === __passerelle_patternOf(rightHandOperand);',
		least: 1
	},
	{
		name: 'collections in chai',
		from: /function entriesEqual\(leftHandOperand, rightHandOperand, options\) \{/g,
		to: '$0 leftHandOperand = __passerelle_plainCollection(leftHandOperand); rightHandOperand = __passerelle_plainCollection(rightHandOperand);',
		least: 1
	},
	{
		name: 'Temporal in chai',
		from: /return leftHandOperand\.equals\(rightHandOperand\);/g,
		to: 'return false;',
		least: 1
	},
	{
		name: 'durations in chai',
		from: /return leftHandOperand\.total\("nanoseconds"\) === rightHandOperand\.total\("nanoseconds"\);/g,
		to: 'return false;',
		least: 1
	}
];

/** Equality takes what a built-in value is and holds, not what it says. */
export const EQUALITY: readonly Rewrite[] = [...CLASSES, ...CONTENTS, ...CONTENTS_IN_CHAI];

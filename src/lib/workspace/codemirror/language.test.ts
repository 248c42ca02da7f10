import { expect, test } from 'vitest';
import { indentOf } from './language.ts';

test.each([
	['if (open) {\n\tgo();\n}', '\t'],
	['if (open) {\n  go();\n}', '  '],
	['a {\n    color: red;\n}', '    '],
	['/*\n * A comment.\n */\nlet a;', '\t'],
	['let a;', '\t'],
	['', '\t']
])('%j is indented as it already is', (text, indent) => {
	expect(indentOf(text)).toBe(indent);
});

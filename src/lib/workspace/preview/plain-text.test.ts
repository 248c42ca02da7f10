import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
	['\u001b[32mlistening\u001b[0m on 3000\r\n', 'listening on 3000\n'],
	['\u001b]0;title\u0007~/project $ ', '~/project $ '],
	['\u001b[2K\u001b[1Gdone', 'done'],
	['Liège\tGent', 'Liège\tGent']
])('%j reads as %j', (text, plain) => {
	expect(plainText(text)).toBe(plain);
});

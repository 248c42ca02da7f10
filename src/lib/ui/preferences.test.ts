import { expect, test } from 'vitest';
import { themeIn } from './preferences.ts';

test.each([
	['theme=dark', 'dark'],
	['lang=fr; theme=light; view=list', 'light'],
	['mytheme=dark', null],
	['theme=pink', null],
	['', null]
])('cookies "%s" say the theme %s', (cookies, theme) => {
	expect(themeIn(cookies)).toBe(theme);
});

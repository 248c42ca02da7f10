import { expect, test } from 'vitest';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import type { NoSolutions } from '../../workspace/run/fetch-solutions.ts';
import { noSolutionWords } from './solution-words.ts';

const t = createTranslate('en', await loadMessageCatalog('en'));

test.each<[NoSolutions, why: RegExp, again: boolean]>([
	['offline', /^There is no connection/, true],
	['unreachable', /^Our site does not answer/, true],
	['intercepted', /^Perhaps the Wi-Fi/, true],
	['busy', /^Too many people/, true],
	['not-passed', /^On our server your code did not pass/, true],
	['failed', /^That was us/, true],
	['changed', /Reload the page/, false],
	['never', /does not check this exercise itself/, false]
])('"%s" has its own words, and a button only where it can help', (none, why, again) => {
	expect(noSolutionWords(none, t)).toEqual({ why: expect.stringMatching(why) as string, again });
});

import { expect, test } from 'vitest';
import { keptByNpm } from './npm-kept.ts';

const env = { npm_lifecycle_event: 'exercise' };

test('options that npm took because "--" was forgotten are named', () => {
	expect(keptByNpm(['new', 'programming/bread'], { ...env, npm_config_yes: 'true' })).toBe(
		'npm may have kept --yes for itself. Write "--" before the words for this command: npm run exercise -- new programming/bread --yes'
	);
	expect(keptByNpm(['new', 'a/b'], { ...env, npm_config_title_en: 'true' })).toContain('--title-en');
});

test.each([
	[['new', 'a/b', '--yes'], { ...env, npm_config_yes: 'true' }],
	[['new', 'a/b'], env],
	[['new', 'a/b'], { ...env, npm_config_yes: '' }],
	[['new', 'a/b'], { npm_config_yes: 'true' }]
])('%j with %j: npm kept nothing', (args, variables) => {
	expect(keptByNpm(args, variables)).toBeNull();
});

import { expect, test } from 'vitest';
import { LOCALES } from '../../contract/locale.ts';
import { CHOICE_REASONS, REFUSAL_REASONS, type Choice } from '../../engines/choose.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { engineWords } from './engine-words.ts';

const words = async (choice: Choice) =>
	engineWords(choice, createTranslate('en', await loadMessageCatalog('en')));

test.each(LOCALES)('every reason has a sentence in %s', async (locale) => {
	const t = createTranslate(locale, await loadMessageCatalog(locale));
	const ids = ['worker', 'dom', 'webcontainer', 'remote'] as const;
	for (const reason of [...CHOICE_REASONS, ...REFUSAL_REASONS]) {
		for (const chosen of [...ids, null]) {
			for (const insteadOf of [...ids, null]) {
				expect(engineWords({ chosen, reason, insteadOf, candidates: [] }, t).why).toMatch(/\.$/);
			}
		}
	}
});

test('a usual choice is no news; one that an engine gave way to is', async () => {
	const usual = await words({
		chosen: 'webcontainer',
		reason: 'default',
		insteadOf: null,
		candidates: [
			{ id: 'webcontainer', fits: true },
			{ id: 'remote', fits: true }
		]
	});
	expect(usual.moved).toBeNull();
	expect(usual.options.map(({ open, why }) => [open, why])).toEqual([
		[true, null],
		[true, null]
	]);
	const moved = await words({
		chosen: 'remote',
		reason: 'boot-timeout',
		insteadOf: 'webcontainer',
		candidates: [
			{ id: 'webcontainer', fits: false, reason: 'boot-timeout' },
			{ id: 'remote', fits: true }
		]
	});
	expect(moved.moved).toContain('took too long');
	expect(moved.moved).toContain('on our server');
	expect(moved.options[0]).toMatchObject({ open: true });
});

test('what a device cannot do is not on offer, and is no news', async () => {
	const ipad = await words({
		chosen: 'remote',
		reason: 'ios',
		insteadOf: 'webcontainer',
		candidates: [
			{ id: 'webcontainer', fits: false, reason: 'ios' },
			{ id: 'remote', fits: true }
		]
	});
	expect(ipad.moved).toBeNull();
	expect(ipad.options[0]).toMatchObject({ open: false });
	expect(ipad.options[0]?.why).toContain('iPad');
});

test('where none is left each says why', async () => {
	const { none, now } = await words({
		chosen: null,
		reason: 'service-blocked',
		insteadOf: 'webcontainer',
		candidates: [
			{ id: 'webcontainer', fits: false, reason: 'service-blocked' },
			{ id: 'remote', fits: false, reason: 'unavailable' }
		]
	});
	expect(now).toContain('cannot run anywhere');
	expect(none).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { LOCALES } from '../../contract/locale.ts';
import { CHOICE_REASONS, REFUSAL_REASONS, type Choice } from '../../engines/choose.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { engineWords } from './engine-words.ts';

const words = async (choice: Choice, asks = false) =>
	engineWords({ choice, asks }, createTranslate('en', await loadMessageCatalog('en')));

test.each(LOCALES)('every reason has a sentence in %s', async (locale) => {
	const t = createTranslate(locale, await loadMessageCatalog(locale));
	const ids = ['worker', 'dom', 'webcontainer', 'remote'] as const;
	for (const reason of [...CHOICE_REASONS, ...REFUSAL_REASONS]) {
		for (const chosen of [...ids, null]) {
			for (const insteadOf of [...ids, null]) {
				expect(
					engineWords({ choice: { chosen, reason, insteadOf, candidates: [] }, asks: false }, t).why
				).toMatch(/\.$/);
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

test('before another company is contacted the learner is asked, and may say no where the server runs code', async () => {
	const waits = { id: 'webcontainer', fits: false, reason: 'not-agreed' } as const;
	const choice = { chosen: 'remote', reason: 'not-agreed', insteadOf: 'webcontainer' } as const;
	const asked = await words({ ...choice, candidates: [waits, { id: 'remote', fits: true }] }, true);
	expect(asked.question?.text).toContain('StackBlitz');
	expect(asked.question?.answers.map(({ id }) => id)).toEqual(['webcontainer', 'remote']);
	// Nothing has failed, so nothing has moved.
	expect(asked.moved).toBeNull();
	expect(asked.why).not.toContain('does not work');
	expect(asked.options[0]).toMatchObject({ id: 'webcontainer', open: true });
	const alone = await words(
		{
			...choice,
			chosen: null,
			candidates: [waits, { id: 'remote', fits: false, reason: 'switched-off' }]
		},
		true
	);
	expect(alone.question?.answers.map(({ id }) => id)).toEqual(['webcontainer']);
});

test('who has answered is not asked again', async () => {
	const choice = {
		chosen: 'remote',
		reason: 'not-agreed',
		insteadOf: 'webcontainer',
		candidates: []
	} as const;
	expect((await words(choice)).question).toBeNull();
});

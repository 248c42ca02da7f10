import { isPassing, type EngineReason, type PageEngineId } from '../../engines/choose.ts';
import type { EngineState } from '../../workspace/engines/engine-host.ts';
import type { Translate } from '../../i18n/translate.ts';

/** The choice of an engine, in sentences. */
export interface EngineWords {
	now: string;
	why: string;
	options: { id: string; name: string; text: string; why: string | null; open: boolean }[];
	/** Where an engine gave way to another on this visit; null where nothing happened. */
	moved: string | null;
	/** Asked before another company's service is: what is contacted, and the answers; null where there is nothing to ask. */
	question: { text: string; answers: { id: PageEngineId; label: string }[] } | null;
	/** Why none can be had, one sentence for each; empty where one can. */
	none: string[];
}

export function engineWords(
	{ choice: { chosen, reason, insteadOf, candidates }, asks }: Pick<EngineState, 'choice' | 'asks'>,
	t: Translate
): EngineWords {
	// An engine that waits for a yes has not failed.
	const because = (id: PageEngineId | null, code: EngineReason): string =>
		`${id && code !== 'not-agreed' ? `${t(`engine.left.${id}`)} ` : ''}${t(`engine.reason.${code}`)}`;
	const answers = [
		{ id: 'webcontainer', label: t('engine.ask.container') } as const,
		...(candidates.some((one) => one.id === 'remote' && one.fits)
			? [{ id: 'remote', label: t('engine.ask.server') } as const]
			: [])
	];
	const now = t(`engine.now.${chosen ?? 'none'}`);
	return {
		now,
		why: because(insteadOf, reason),
		options: candidates.map((candidate) => ({
			id: candidate.id,
			name: t(`engine.name.${candidate.id}`),
			text: t(`engine.text.${candidate.id}`),
			why: candidate.fits
				? null
				: `${t(`engine.reason.${candidate.reason}`)}${isPassing(candidate.reason) ? ` ${t('engine.try')}` : ''}`,
			open: candidate.fits || isPassing(candidate.reason) || candidate.reason === 'not-agreed'
		})),
		moved: chosen && isPassing(reason) ? `${because(insteadOf, reason)} ${now} ${t('engine.moved')}` : null,
		question: asks ? { text: t('engine.ask'), answers } : null,
		none: chosen
			? []
			: candidates.map((candidate) =>
					because(candidate.id, candidate.fits ? 'boot-failed' : candidate.reason)
				)
	};
}

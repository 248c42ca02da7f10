import { isPassing, type Choice, type EngineReason } from '../../engines/choose.ts';
import type { Translate } from '../../i18n/translate.ts';

/** The choice of an engine, in sentences. */
export interface EngineWords {
	now: string;
	why: string;
	options: { id: string; name: string; text: string; why: string | null; open: boolean }[];
	/** Where an engine gave way to another on this visit; null where nothing happened. */
	moved: string | null;
	/** Why none can be had, one sentence for each; empty where one can. */
	none: string[];
}

export function engineWords({ chosen, reason, insteadOf, candidates }: Choice, t: Translate): EngineWords {
	const because = (id: Choice['insteadOf'], code: EngineReason): string =>
		`${id ? `${t(`engine.left.${id}`)} ` : ''}${t(`engine.reason.${code}`)}`;
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
			open: candidate.fits || isPassing(candidate.reason)
		})),
		moved: chosen && isPassing(reason) ? `${because(insteadOf, reason)} ${now} ${t('engine.moved')}` : null,
		none: chosen
			? []
			: candidates.map((candidate) =>
					because(candidate.id, candidate.fits ? 'boot-failed' : candidate.reason)
				)
	};
}

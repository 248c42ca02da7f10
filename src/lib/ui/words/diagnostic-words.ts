import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { EngineNeed } from '../../contract/exercise.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What may be imported depends on the exercise. */
export interface ImportRules {
	need: EngineNeed;
	/** npm packages: name → version. */
	packages: Readonly<Record<string, string>>;
}

/** A compiler's error in the page's language; null where only its own words are known. */
export function diagnosticWords(
	{ code, params }: Pick<Diagnostic, 'code' | 'params'>,
	{ need, packages }: ImportRules,
	t: Translate
): string | null {
	if (code === 'package-not-allowed' && need === 'node') {
		const known = Object.keys(packages);
		return known.length > 0
			? t('diagnostic.package-known', { ...params, packages: [...known, 'node:fs…'].join(', ') })
			: t('diagnostic.package-node', params);
	}
	return code && t(`diagnostic.${code}`, params);
}

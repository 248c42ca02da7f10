import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { EngineNeed } from '../../contract/exercise.ts';
import type { Translate } from '../../i18n/translate.ts';
import { valuesInside } from './code-parts.ts';

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
	const values = valuesInside(params);
	if (code === 'package-not-allowed' && need === 'node') {
		const known = Object.keys(packages);
		return known.length > 0
			? t('diagnostic.package-known', { ...values, packages: [...known, 'node:fs…'].join(', ') })
			: t('diagnostic.package-node', values);
	}
	return code && t(`diagnostic.${code}`, values);
}

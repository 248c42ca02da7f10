import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { EngineNeed } from '../../contract/exercise.ts';
import type { Translate } from '../../i18n/translate.ts';
import { insideMarks } from './code-parts.ts';

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
	const values = Object.entries(params).map(([name, value]) => [name, insideMarks(value)]);
	return code && t(`diagnostic.${code}`, Object.fromEntries(values));
}

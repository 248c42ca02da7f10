import type { TokenizerAndRendererExtension, Tokens } from 'marked';
import { LOCALES } from '../../contract/locale.ts';

const SPAN = new RegExp(`^\\[([^[\\]]+)\\]\\{lang=(${LOCALES.join('|')})\\}`);

/**
 * `[not defined]{lang=en}`, as in Pandoc: words in another language than the text, so that a screen reader says them as
 * in that language (WCAG 2.2, 3.1.2). Nothing else may stand between the braces.
 */
export const otherLanguage: TokenizerAndRendererExtension = {
	name: 'other-language',
	level: 'inline',
	start: (source) => source.indexOf('['),
	tokenizer(source) {
		const found = SPAN.exec(source);
		if (!found) return undefined;
		const [raw, text = '', lang] = found;
		return { type: 'other-language', raw, lang, tokens: this.lexer.inlineTokens(text) };
	},
	renderer({ lang, tokens = [] }: Tokens.Generic) {
		return `<span lang="${lang}">${this.parser.parseInline(tokens)}</span>`;
	}
};

import { Marked, type RendererObject, type Token, type TokenizerObject } from 'marked';
import type { Typography } from '../../exercise/typography.ts';
import { otherLanguage } from './other-language.ts';
import { typesetMarkdown } from './typeset-markdown.ts';

/** The page has an h1 (the title) and h2s (its panes): a text begins below them. */
const TOP_HEADING = 3;
const BASE = 'https://relative.invalid';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * HTML is never recognised, so all of it is text. Escaping it when it is written out is not enough: after an
 * inline `<script>` or `<pre>` Marked 18 passes the text that follows through as it is.
 */
const WITHOUT_HTML: TokenizerObject = { html: () => undefined, tag: () => undefined };

interface Link {
	href: string;
	external: boolean;
}

/** The address as a browser would understand it, or null where a text may not lead there. */
function safeLink(href: string): Link | null {
	if (!URL.canParse(href, BASE)) return null;
	const url = new URL(href, BASE);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
	return url.origin === BASE ? { href, external: false } : { href: url.href, external: true };
}

const headingDepths = (marked: Marked, tokens: Token[]): number[] => {
	const depths: number[] = [];
	marked.walkTokens(tokens, (token) => {
		if (token.type === 'heading') depths.push((token as { depth: number }).depth);
	});
	return depths;
};

const renderer = (shift: number): RendererObject => ({
	heading({ tokens, depth }) {
		const level = Math.min(6, depth + shift);
		return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
	},
	code({ text, lang }) {
		const name = /^[a-z0-9+-]{1,20}/i.exec(lang ?? '')?.[0].toLowerCase();
		const attribute = name ? ` class="language-${name}"` : '';
		// A wide block scrolls, and what scrolls must be reachable by keyboard.
		return `<pre tabindex="0"><code${attribute}>${escapeHtml(text)}\n</code></pre>\n`;
	},
	link({ href, tokens }) {
		const text = this.parser.parseInline(tokens);
		const link = safeLink(href);
		if (!link) return text;
		const target = link.external ? ' rel="noopener" target="_blank"' : '';
		return `<a href="${escapeHtml(link.href)}"${target}>${text}</a>`;
	},
	// A folder holds no pictures yet: what remains is the description.
	image: ({ text }) => escapeHtml(text),
	checkbox: ({ checked }) => (checked ? '☑ ' : '☐ ')
});

/**
 * Markdown of a brief or a hint → HTML that is safe to put into a page: HTML in the text is shown as text, links
 * go to http, https or relative addresses only, headings begin at h3. Its sentences are set by the given rules.
 */
export function renderMarkdown(markdown: string, typography: Typography = null): string {
	const marked = new Marked({ gfm: true, tokenizer: WITHOUT_HTML, extensions: [otherLanguage] });
	const tokens = marked.lexer(markdown);
	typesetMarkdown(tokens, typography);
	const top = Math.min(6, ...headingDepths(marked, tokens));
	marked.use({ renderer: renderer(TOP_HEADING - top) });
	return marked.parser(tokens);
}

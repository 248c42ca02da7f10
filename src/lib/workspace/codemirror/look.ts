import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Colours are the page's tokens: they follow its theme by themselves.
const theme = EditorView.theme({
	'&': { height: '100%', color: 'var(--color-ink)', fontSize: 'inherit' },
	// Above the line that is written, which is coloured to both ends.
	'&.cm-focused': { outline: 'none' },
	'&.cm-focused::after': {
		content: '""',
		position: 'absolute',
		inset: '0',
		zIndex: '4',
		border: 'var(--ring)',
		pointerEvents: 'none'
	},
	'.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6', overflow: 'auto' },
	'.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--color-ink)' },
	'.cm-line': { padding: '0 var(--space-3) 0 var(--space-1)' },
	'.cm-gutters': { border: '0', background: 'none', color: 'var(--color-muted)' },
	'.cm-lineNumbers .cm-gutterElement': { minWidth: '2.6em', padding: '0 0.6em 0 0.4em' },
	'.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--code-line)' },
	'.cm-activeLineGutter': { color: 'var(--color-ink)' },
	'.cm-gutterElement.error-line': { color: 'var(--color-fail)', fontWeight: '700' },
	'&.cm-focused .cm-matchingBracket': {
		background: 'none',
		outline: '1px solid var(--color-border-strong)'
	},
	'&.cm-focused .cm-nonmatchingBracket': { background: 'none', color: 'var(--color-fail)' },
	'.cm-tooltip': {
		maxWidth: 'min(30rem, 90vw)',
		border: '1px solid var(--color-border-strong)',
		borderRadius: 'var(--radius-s)',
		background: 'var(--color-raised)',
		color: 'var(--color-ink)',
		fontSize: 'var(--text-s)'
	},
	'.cm-diagnostic': { fontFamily: 'var(--font-text)', whiteSpace: 'pre-line' },
	'.cm-diagnostic-error': { borderLeftColor: 'var(--color-fail)' },
	'.cm-diagnostic-warning': { borderLeftColor: 'var(--color-warn)' },
	'.cm-lintRange': {
		backgroundImage: 'none',
		textDecoration: 'underline wavy',
		textUnderlineOffset: '0.25em'
	},
	'.cm-lintRange-error': { textDecorationColor: 'var(--color-fail)' },
	'.cm-lintRange-warning': { textDecorationColor: 'var(--color-warn)' }
});

// The same kinds of words in the same colours as in the full editor.
const colours = HighlightStyle.define([
	{ tag: tags.comment, color: 'var(--color-muted)', fontStyle: 'italic' },
	{
		tag: [tags.keyword, tags.modifier, tags.bool, tags.null],
		color: 'var(--code-keyword)',
		fontWeight: '700'
	},
	{ tag: [tags.string, tags.attributeValue], color: 'var(--code-string)' },
	{ tag: [tags.number, tags.regexp, tags.escape, tags.color, tags.unit], color: 'var(--code-number)' },
	{ tag: [tags.typeName, tags.className, tags.tagName], color: 'var(--code-type)' },
	{ tag: [tags.attributeName, tags.propertyName], color: 'var(--color-ink)' }
]);

export const look: Extension = [theme, syntaxHighlighting(colours)];

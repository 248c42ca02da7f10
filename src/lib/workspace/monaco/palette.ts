/** Monaco wants plain hex values: these repeat tokens.css, where it has them. */
export interface Palette {
	surface: string;
	ink: string;
	muted: string;
	keyword: string;
	string: string;
	number: string;
	type: string;
	/** The line that is written. */
	line: string;
	selection: string;
	/** What was looked for: the place that one is at, and the others. */
	found: string;
	foundToo: string;
	/** The same word elsewhere. */
	same: string;
	/** Edges of what was found, and of brackets that belong together. */
	edge: string;
	focus: string;
	fail: string;
}

export const LIGHT: Palette = {
	surface: '#fffdf7',
	ink: '#1b2436',
	muted: '#535c6d',
	keyword: '#1a4fa0',
	string: '#1a6b42',
	number: '#a03c08',
	type: '#7a3e9d',
	line: '#f7f1e3',
	selection: '#cfdff7',
	found: '#ffe08a',
	foundToo: '#fdf0d0',
	same: '#e6eefb',
	edge: '#857b68',
	focus: '#1a4fa0',
	fail: '#a82a20'
};

export const DARK: Palette = {
	surface: '#162036',
	ink: '#eef1f7',
	muted: '#aeb9cc',
	keyword: '#9cc3ff',
	string: '#7fd6a4',
	number: '#ff9b57',
	type: '#d9b3f5',
	line: '#1b2740',
	selection: '#263e68',
	found: '#4a3a12',
	foundToo: '#3b2f14',
	same: '#172f54',
	edge: '#7485a6',
	focus: '#ffd070',
	fail: '#ff9d92'
};

interface TokenRule {
	token: string;
	foreground: string;
	fontStyle: string;
}

/** Every kind of word that Monaco's grammars of JavaScript, HTML, CSS and JSON name; another one has the colour of text. */
export function tokenRules(colours: Palette): TokenRule[] {
	const rule = (token: string, colour: string, fontStyle = ''): TokenRule => ({
		token,
		foreground: colour.slice(1),
		fontStyle
	});
	return [
		rule('', colours.ink),
		rule('comment', colours.muted, 'italic'),
		rule('keyword', colours.keyword, 'bold'),
		rule('string', colours.string),
		rule('string.escape', colours.number),
		rule('attribute.value', colours.string),
		rule('regexp', colours.number),
		rule('number', colours.number),
		rule('attribute.value.number', colours.number),
		rule('attribute.value.unit', colours.number),
		rule('attribute.value.hex', colours.number),
		rule('type', colours.type),
		rule('tag', colours.type),
		rule('metatag', colours.muted),
		rule('string.key.json', colours.ink),
		rule('string.value.json', colours.string),
		rule('invalid', colours.fail)
	];
}

export const editorColours = (colours: Palette): Record<string, string> => ({
	'editor.background': colours.surface,
	'editor.foreground': colours.ink,
	'editor.lineHighlightBackground': colours.line,
	'editor.lineHighlightBorder': '#00000000',
	'editor.rangeHighlightBackground': colours.line,
	'editor.selectionBackground': colours.selection,
	'editor.inactiveSelectionBackground': colours.selection,
	'editor.selectionHighlightBackground': colours.same,
	'editor.wordHighlightBackground': colours.same,
	'editor.wordHighlightStrongBackground': colours.same,
	'editor.wordHighlightTextBackground': colours.same,
	'editor.findMatchBackground': colours.found,
	'editor.findMatchBorder': colours.focus,
	'editor.findMatchHighlightBackground': colours.foundToo,
	'editor.findMatchHighlightBorder': colours.edge,
	'editorBracketMatch.background': '#00000000',
	'editorBracketMatch.border': colours.edge,
	'editorBracketHighlight.foreground1': colours.keyword,
	'editorBracketHighlight.foreground2': colours.type,
	'editorBracketHighlight.foreground3': colours.number,
	'editorBracketHighlight.unexpectedBracket.foreground': colours.fail,
	'editorLineNumber.foreground': colours.muted,
	'editorLineNumber.dimmedForeground': colours.muted,
	'editorLineNumber.activeForeground': colours.ink,
	'editorCursor.foreground': colours.ink,
	'editorError.foreground': colours.fail,
	focusBorder: colours.focus
});

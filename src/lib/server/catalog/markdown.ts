import { Marked } from 'marked';

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const marked = new Marked({ async: false, gfm: true });
marked.use({ renderer: { html: ({ text }) => escape(text) } });

export const renderMarkdown = (text: string): string => marked.parse(text, { async: false });

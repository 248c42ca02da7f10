import type { SpokenProblem } from '../../lib/contract/problem.ts';
import { EVENTS_ADDRESS } from './preview-state.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.55 system-ui, sans-serif;
	background: light-dark(#f8f4ea, #0e1626); color: light-dark(#1b2436, #eef1f7); }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
ol { padding: 0; list-style: none; }
li { margin-bottom: 0.75rem; padding: 0.75rem 1rem; border-left: 5px solid light-dark(#a82a20, #ff9d92);
	border-radius: 0.5rem; background: light-dark(#fffdf7, #162036); overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: 0.95em; }
p { margin: 0; }
`;

const item = ({ file, line, message, fix }: SpokenProblem): string => `<li data-problem>
<p><code translate="no">${escapeHtml(file)}${line === undefined ? '' : `:${line}`}</code></p>
<p><strong>${escapeHtml(message)}</strong></p>
<p>${escapeHtml(fix)}</p>
</li>`;

/** What a browser shows while the folder has never been an exercise; it loads itself again after each save. */
export function problemPage(id: string, problems: readonly SpokenProblem[]): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="/favicon.svg">
<title>${escapeHtml(id)}: not an exercise yet</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(id)} cannot be shown yet</h1>
<p>Save a file, and this page looks again.</p>
<ol>${problems.map(item).join('\n')}</ol>
</main>
<script>new EventSource(${JSON.stringify(EVENTS_ADDRESS)}).onmessage = () => location.reload();</script>
</body>
</html>
`;
}

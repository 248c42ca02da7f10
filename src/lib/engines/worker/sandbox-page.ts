/** What would end a script element, or begin a comment in it. In our scripts both stand in literals only. */
const MARKUP = /<(?=\/script|!--)/gi;

const inElement = (script: string): string => script.replaceAll(MARKUP, '\\x3c');

/**
 * The page of the sandboxed frame. It has an opaque origin and no network (see `src/lib/server/front/headers.mjs`): it
 * carries the harness as text, and `script`, the bundled `sandbox-page-entry.ts`, which starts workers from it.
 */
export const sandboxPage = (harness: string, script: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Passerelle sandbox</title>
<iframe hidden title="inner"></iframe>
<script type="text/plain" id="harness">${inElement(harness)}</script>
<script>${inElement(script)}</script>
</html>
`;

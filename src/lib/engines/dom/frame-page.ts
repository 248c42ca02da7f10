/** What would end the script element, or begin a comment in it. In our scripts both stand in literals only. */
const MARKUP = /<(?=\/script|!--)/gi;

/**
 * The page of a frame that learner code runs in: an empty document and one script, which removes its own element. The
 * frame has an opaque origin and no network (see `src/lib/server/front/headers.mjs`).
 */
export const framePage = (script: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Passerelle page</title></head>
<body><script>${script.replaceAll(MARKUP, '\\x3c')}</script></body>
</html>
`;

import * as z from 'zod/mini';

// Zod tries `new Function` to be quick, and a page whose policy forbids it reports that in its console.
if (typeof document !== 'undefined') z.config({ jitless: true });

/** The part of Zod that pages can afford: for what they are sent. Schemas of both parts can be put into one another. */
export { z };

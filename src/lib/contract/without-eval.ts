import { config } from 'zod';

// Zod tries `new Function` to be quick, and a page whose policy forbids it reports that in its console. For pages only:
// on the server it is quicker that way.
if (typeof document !== 'undefined') config({ jitless: true });

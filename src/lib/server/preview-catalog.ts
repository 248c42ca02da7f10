import type { Catalog } from './catalog/catalog.ts';

/**
 * The one exercise that a coach looks at, in place of the site's own. Always null here: only the coach's command puts
 * another module in this one's place, in a development server that it starts for itself (src/cli/preview).
 */
export const previewCatalog: Catalog | null = null;

/** Where the reporter of failed files leaves them: `{ failedTests }`, paths below the project, as Playwright does. */
export const FAILED_FILES = new URL('../.cache/tests/failed.json', import.meta.url);

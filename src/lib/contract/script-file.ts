/** The file that a script of a page is, or stands in: `main.js?0` is main.js (`PageScript`, in compile). */
export const fileOf = (script: string): string => script.replace(/\?\d+$/, '');

/** An ordinary space where a line must not break, plain quotes and apostrophes, and code in a quotation. */
const LOOSE = {
	fr: /[\u0020](?=[:;?!»€])|«[\u0020]|["']|«[^»]*=[^»]*»/g,
	nl: /[\u0020](?=€)|["']|“[^”]*=[^”]*”/g
} as const;

/**
 * Signs in a shown text that its language does not use like this, each with a few signs around it. Code is left out by
 * who asks.
 */
export function looseSigns(text: string, locale: keyof typeof LOOSE): string[] {
	return [...text.matchAll(LOOSE[locale])].map(({ index }) =>
		text.slice(Math.max(0, index - 20), index + 20)
	);
}

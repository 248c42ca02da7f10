import { LOCALES, type Locale } from '../../../lib/contract/locale.ts';
import type { SourceFolder } from '../read/source-folder.ts';
import { convertStatement } from '../statement/statement.ts';

export interface WorkshopStatement {
	brief: Partial<Record<Locale, string>>;
	/** English where it exists: workshops are written in it, and translated. */
	original: Locale;
	/** The file that the learner is asked to make; null where none is named. */
	fileName: string | null;
	remarks: string[];
}

/** A statement that says something; unfinished ones hold only lines and empty headings. */
const saysSomething = (markdown: string): boolean => /[\p{L}\p{N}]/u.test(markdown);

const VERIFY = /\bverify\s+[\w.-]+\.js\b/;

/** "Check your program with this command", where the command is the workshop's own: here one presses Check. */
function withoutVerify(markdown: string): string {
	// Empty lines stay as they are: code holds some too.
	const parts = markdown.split(/(\n{2,})/);
	const kept: string[] = [];
	for (let at = 0; at < parts.length; at += 2) {
		const block = parts[at] ?? '';
		const command = VERIFY.test(block) && block.trim().startsWith('`');
		// The sentence before it announces the command.
		if (command && /[:：]\s*$/.test(kept.at(-2) ?? '')) kept.splice(-2);
		if (!command) kept.push(block, parts[at + 1] ?? '');
	}
	return kept.join('').trim();
}

/** Classic workshops colour words for a terminal, `{bold:so}`, and have `{appname}` filled in. */
const withoutMarks = (text: string): string =>
	text.replace(/\{(bold|italic|cyan|green|red|yellow|blue|magenta|underline):([^{}\n]*)\}/g, '$2');

async function readText(folder: SourceFolder, path: string, locale: Locale): Promise<string | null> {
	const endings = locale === 'en' ? ['', '_en', '.en'] : [`_${locale}`, `.${locale}`];
	for (const ending of endings) {
		const text = await folder.read(`${path}/problem${ending}.md`);
		if (text !== null) return withoutMarks(text);
	}
	return null;
}

/** The statement of an exercise in our languages; null where it has none in any. */
export async function readWorkshopStatement(
	folder: SourceFolder,
	path: string,
	repository: string
): Promise<WorkshopStatement | null> {
	const brief: WorkshopStatement['brief'] = {};
	const remarks = new Set<string>();
	for (const locale of ['en', ...LOCALES.filter((one) => one !== 'en')] as const) {
		const text = await readText(folder, path, locale);
		if (text === null || !saysSomething(text)) continue;
		const base = `${repository.replace(/\/$/, '')}/blob/HEAD/${path}/`;
		const { markdown, remarks: found } = convertStatement(text, { base });
		brief[locale] = withoutVerify(markdown);
		if (brief[locale] !== markdown)
			remarks.add('The workshop’s own command to verify was taken out of the statement.');
		for (const remark of found) remarks.add(remark);
	}
	const [original] = Object.keys(brief) as Locale[];
	if (!original) return null;
	const fileName = /`([\w-]+\.js)`/.exec(brief[original]!)?.[1] ?? null;
	return { brief, original, fileName, remarks: [...remarks] };
}

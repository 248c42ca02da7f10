import { exerciseId, type Exercise } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { LinkFault } from '../contract/problem-details.ts';
import { lineAt } from './line-at.ts';
import { withoutCode } from './markdown-text.ts';
import type { Sources } from './sources.ts';

/** `![what it shows](` … before an address that is then no link. */
const PICTURE = /!\[[^\]\n]*$/;

/** `[text](address "title")`, `[name]: address`, `<https://…>` and a bare `http://…`. */
const LINKS =
	/\]\(\s*<?([^\s)>]*)>?(?:\s+["'(][^\n]*?["')])?\s*\)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)>?|<((?:https?|mailto|javascript):[^\s>]*)>|(?<![(<\w"])(http:\/\/[^\s)>]+)/gm;

/** Where a brief is shown. The language and the site's own address differ. */
const SITE = 'https://site.invalid';

/** Why a link leads nowhere; null for one that is fine. */
function refusal(id: string, href: string, exists: (id: string) => boolean): LinkFault | null {
	if (href.startsWith('#')) return { why: 'anchor' };
	if (/^http:/i.test(href)) return { why: 'not-encrypted' };
	if (!URL.canParse(href, `${SITE}/en/${id}`)) return { why: 'no-address' };
	const url = new URL(href, `${SITE}/en/${id}`);
	if (url.protocol !== 'https:') return { why: 'scheme', scheme: url.protocol };
	if (url.origin !== SITE) {
		const isName = url.hostname.includes('.') && !/^\d+(\.\d+){3}$/.test(url.hostname);
		return isName ? null : { why: 'not-public' };
	}
	const target = url.pathname.replace(/^\/[a-z]{2}\//, '').replace(/\/$/, '');
	if (target === 'map' || exists(target)) return null;
	const meant = href.replace(/^\.?\//, '');
	if (exerciseId.safeParse(meant).success && exists(meant)) return { why: 'from-the-page', id: meant };
	return { why: 'no-exercise' };
}

/** Links of briefs and hints that lead nowhere. */
export function linkProblems(
	exercise: Exercise,
	sources: Sources,
	exists: (id: string) => boolean
): Problem[] {
	const { id, manifest } = exercise;
	return manifest.languages.flatMap((locale) =>
		[`brief.${locale}.md`, `hints.${locale}.md`].flatMap((path) => {
			const text = sources.get(`${id}/${path}`);
			const shown = path.startsWith('brief') ? exercise.brief[locale] : exercise.hints[locale].join('\n\n');
			const read = withoutCode(text ?? shown);
			return [...read.matchAll(LINKS)].flatMap((match): Problem[] => {
				const href = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
				const picture = match[1] !== undefined && PICTURE.test(read.slice(0, match.index));
				const link = picture ? { why: 'picture' as const } : refusal(id, href, exists);
				if (!link) return [];
				const line = lineAt(read, match.index);
				const place = { file: `${id}/${path}`, ...(text === undefined ? {} : { line }) };
				return [problem('broken-link', place, { href, link })];
			});
		})
	);
}

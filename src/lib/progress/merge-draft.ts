import type { Draft, OtherText } from '../contract/progress.ts';
import { countEdit, joinEdits, relationOf } from './edits.ts';

type Files = Draft['files'];

export const sameTexts = (a: Files, b: Files): boolean =>
	Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((path) => a[path] === b[path]);

/** `taken`: the code from elsewhere goes on from ours, or there was none. `apart`: both stay, and the person chooses. */
export type DraftMerge = { draft: Draft; what: 'nothing' | 'taken' | 'apart' };

/** Those of a list that are neither the text itself nor in it twice. */
function othersOf(files: Files, all: readonly OtherText[]): OtherText[] {
	const kept: OtherText[] = [];
	for (const one of all)
		if (!sameTexts(one.files, files) && !kept.some((other) => sameTexts(other.files, one.files)))
			kept.push(one);
	return kept;
}

/**
 * Code of an exercise from elsewhere, beside what is here. What was worked on further takes the place of what it was made
 * from; what was changed on both sides stays on both: the other one is kept beside ours.
 * @param from where the other code comes from, for the person
 */
export function mergeDraft(ours: Draft | null, theirs: Draft, from: OtherText['from']): DraftMerge {
	if (!ours) return { draft: theirs, what: 'taken' };
	const relation = relationOf(theirs.edits, ours.edits);
	const both = [...ours.others, ...theirs.others];
	const edits = joinEdits(ours.edits, theirs.edits);
	if (sameTexts(theirs.files, ours.files))
		return { draft: { ...ours, edits, others: othersOf(ours.files, both) }, what: 'nothing' };
	if (relation === 'after') {
		const draft = { ...theirs, edits, others: othersOf(theirs.files, both) };
		return { draft, what: 'taken' };
	}
	if (relation === 'before' || relation === 'same') return { draft: ours, what: 'nothing' };
	const known = both.some((one) => sameTexts(one.files, theirs.files));
	const other: OtherText = { files: theirs.files, edits: theirs.edits, from, seen: false };
	const others = othersOf(ours.files, [...both, other]);
	return { draft: { ...ours, others }, what: known ? 'nothing' : 'apart' };
}

/** The person takes the other code: it is theirs now, and what they had stays beside it. */
export function chooseOther(draft: Draft, files: Files, device: string, now: string): Draft {
	const chosen = draft.others.find((one) => sameTexts(one.files, files));
	const left: OtherText = {
		files: draft.files,
		edits: draft.edits,
		from: chosen?.from ?? 'file',
		seen: true
	};
	const edits = countEdit(joinEdits(draft.edits, chosen?.edits ?? {}), device);
	return { ...draft, files, edits, others: othersOf(files, [...draft.others, left]), updatedAt: now };
}

/** The person stays with what they have: it comes after every other code now, on every device. */
export function keepOwn(draft: Draft, device: string): Draft {
	const edits = countEdit(joinEdits(draft.edits, ...draft.others.map((one) => one.edits)), device);
	return { ...draft, edits, others: draft.others.map((one) => ({ ...one, seen: true })) };
}

/** A draft as it was while there was one for each language. */
export interface LanguageDraft {
	exerciseId: string;
	locale: 'fr' | 'nl' | 'en';
	files: Files;
	updatedAt: string;
}

/**
 * One draft of those in several languages, which all are of one device: the one written last is it, and code of another
 * language that differs stays beside it. Of one exercise; at least one.
 * @param edits of the code that becomes the draft
 */
export function joinLanguages(drafts: readonly LanguageDraft[], edits: Draft['edits']): Draft {
	const [newest, ...older] = [...drafts].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
	if (!newest) throw new Error('There is no draft to join');
	const { exerciseId, files, updatedAt } = newest;
	const all = older.map((one): OtherText => ({ files: one.files, edits: {}, from: one.locale, seen: false }));
	return { exerciseId, files, updatedAt, edits, others: othersOf(files, all) };
}

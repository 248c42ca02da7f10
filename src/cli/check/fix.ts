import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { TODO } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { writeWhole } from '../../lib/server/catalog/write-whole.ts';
import { artifactStore, type Setup } from '../setup.ts';
import { Cancelled, NobodyAnswers, type Terminal } from '../terminal.ts';
import { checkAll, type Checked, type CheckOptions } from './check-all.ts';
import type { CheckedExercise } from './check-exercise.ts';
import { failsOf, hasNoFails, withFails, wrongFails, wrongMistakes } from './fix-fails.ts';
import { fixMessages } from './fix-messages.ts';
import { readOwn } from './read-own.ts';
import { counted } from './report.ts';

/** What fixing needs of everything around it. */
export interface Fixing {
	setup: Setup;
	terminal: Terminal;
	/** A path as the coach reads it. */
	seen: (path: string) => string;
	/** Whether what mistakes fail is written without a question. */
	fails: boolean;
}

const EMPTY: Readonly<Record<string, unknown>> = {
	'missing-language/file': { tests: {}, messages: {} },
	'missing-file/wrong-json': { fails: [TODO] }
};

/** Files that a check stumbles over before it can say what belongs into them. */
async function writeMissing(
	{ root, problems }: CheckedExercise,
	{ terminal, seen }: Fixing
): Promise<number> {
	let written = 0;
	for (const { code, detail, file } of problems) {
		const path = join(root, file);
		if (code === 'invalid-field' && file.endsWith('/wrong.json')) {
			const before = (await readOwn(path)) ?? '';
			if (!hasNoFails(before)) continue;
			await writeWhole(path, withFails(before, [TODO]));
			written++;
			continue;
		}
		const content = EMPTY[detail];
		if (content === undefined || !file.endsWith('.json')) continue;
		if ((await lstat(path).catch(() => null)) !== null) continue;
		await writeWhole(path, `${JSON.stringify(content, null, '\t')}\n`);
		terminal.say(`${seen(path)} is written.`);
		written++;
	}
	return written;
}

const MESSAGE_PROBLEMS = new Set<Problem['code']>([
	'untranslated-test',
	'unknown-translation',
	'note-not-translated'
]);

/** Messages files that a check has found something in, and of each what is said and has no translation. */
function messageFiles(problems: readonly Problem[]): Map<string, string[]> {
	const files = new Map<string, string[]>();
	for (const { code, file, params } of problems) {
		if (!MESSAGE_PROBLEMS.has(code)) continue;
		const notes = files.get(file) ?? [];
		files.set(file, notes);
		if (typeof params.note === 'string') notes.push(params.note);
	}
	return files;
}

async function fixAllMessages(
	{ root, problems }: CheckedExercise,
	tests: readonly string[],
	suites: string,
	{ terminal, seen }: Fixing
): Promise<number> {
	let written = 0;
	const place = (note: string): number => (suites.includes(note) ? suites.indexOf(note) : suites.length);
	for (const [file, notes] of messageFiles(problems)) {
		const path = join(root, file);
		const before = await readOwn(path);
		const ordered = notes.toSorted((a, b) => place(a) - place(b));
		const fixed = before === null ? null : fixMessages(before, { tests, notes: ordered, suites });
		if (!fixed || fixed.text === before) continue;
		await writeWhole(path, fixed.text);
		written++;
		const { added, dropped } = fixed;
		if (added.length > 0)
			terminal.say(`${seen(path)}: ${counted(added.length, 'text')} to translate, written as "${TODO}".`);
		for (const [key, translation] of dropped)
			terminal.say(`${seen(path)}: taken out, because no test says it: "${key}" (${translation})`);
	}
	return written;
}

/** Whether the coach agrees. Where nobody sits it is not written, and said once how it could be. */
async function agrees(question: string, { terminal, fails }: Fixing): Promise<boolean> {
	if (fails) return true;
	try {
		const choices = [
			{ value: 'yes', label: 'Yes, write it' },
			{ value: 'no', label: 'No, the mistake or the suite is wrong' }
		] as const;
		return (await terminal.choose({ flag: '--fails', message: question, choices })) === 'yes';
	} catch (error) {
		if (error instanceof Cancelled || !(error instanceof NobodyAnswers)) throw error;
		terminal.say(`${question} Give --fails to write it.`);
		return false;
	}
}

/** Fills "fails" of the mistakes that fail other tests than they name. */
async function fixAllFails(
	{ root, id, problems }: CheckedExercise,
	tests: readonly string[],
	asked: Set<string>,
	fixing: Fixing
): Promise<number> {
	const fileOf = (mistake: string): string => join(root, id, 'wrong', mistake, 'wrong.json');
	const named = new Map<string, readonly string[]>();
	for (const mistake of wrongMistakes(problems))
		named.set(mistake, failsOf((await readOwn(fileOf(mistake))) ?? ''));
	let written = 0;
	for (const { mistake, fails } of wrongFails(problems, named, tests)) {
		const path = fileOf(mistake);
		const before = await readOwn(path);
		if (before === null || asked.has(path)) continue;
		asked.add(path);
		const list = fails.map((test) => `"${test}"`).join(', ');
		if (!(await agrees(`The mistake "${mistake}" fails ${list}. Must it fail exactly this?`, fixing)))
			continue;
		await writeWhole(path, withFails(before, fails));
		fixing.terminal.say(`${fixing.seen(path)}: "fails" is written.`);
		written++;
	}
	return written;
}

/**
 * Writes what a check has found missing and a machine can write: keys of texts that are to be translated, the tests that
 * a mistake fails. Returns how many files changed; what is left a person must do. Rejects where the disk fails, and with
 * `Cancelled`.
 * @param asked paths that the coach was asked about already; added to
 */
async function fixChecked(checked: CheckedExercise, asked: Set<string>, fixing: Fixing): Promise<number> {
	const { exercise, root } = checked;
	if (!exercise) return writeMissing(checked, fixing);
	const compiled = await artifactStore(fixing.setup, root)
		.get(exercise)
		.catch(() => null);
	// What does not compile has another problem first.
	if (!compiled) return 0;
	const hidden = compiled.hidden.expected;
	const tests = [...new Set([...hidden, ...(compiled.examples?.expected ?? [])])];
	const texts = fixing.setup.kinds.get(exercise.manifest.kind).folder.texts(exercise);
	const suites = [...texts.suites.map(([, text]) => text), ...texts.shown].join('\n');
	const messages = await fixAllMessages(checked, tests, suites, fixing);
	return messages + (await fixAllFails(checked, hidden, asked, fixing));
}

/** A file that was missing, then what belongs into it, then what only shows once all names are right. */
const PASSES = 3;

/** Fixes what a check has found, and checks again, until there is nothing more to write. */
export async function fixAndCheck(first: Checked, options: CheckOptions, fixing: Fixing): Promise<Checked> {
	const asked = new Set<string>();
	let checked = first;
	for (let pass = 0; pass < PASSES; pass++) {
		let written = 0;
		for (const one of checked.exercises) written += await fixChecked(one, asked, fixing);
		if (written === 0) return checked;
		checked = await checkAll({ ...options, onChecked: () => {} });
	}
	return checked;
}

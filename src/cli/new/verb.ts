import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exerciseId } from '../../lib/contract/exercise.ts';
import type { MapLine } from '../../lib/contract/map.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import type { Terminal } from '../terminal.ts';
import { WrongUse, type Verb, type VerbContext } from '../verb.ts';
import {
	askAfter,
	askTitles,
	checkTitles,
	lastStation,
	OPENS_AT_ONCE,
	slugProblem,
	titlesWithoutAsking,
	type GivenTitles
} from './answers.ts';
import { choiceOptions, oneOf, readChoice, usageOfKinds } from './kind-options.ts';
import { commandFrom, exists, findRoot, seenFrom, type ExerciseRoot } from './exercise-root.ts';
import { writeExercise, type WrittenExercise } from './write-exercise.ts';

const OPTIONS = {
	'title-en': { type: 'string' },
	'title-fr': { type: 'string' },
	'title-nl': { type: 'string' },
	kind: { type: 'string' },
	level: { type: 'string' },
	minutes: { type: 'string' },
	points: { type: 'string' },
	after: { type: 'string' },
	root: { type: 'string' },
	yes: { type: 'boolean', short: 'y' }
} as const;

const usage = (kinds: Kinds): string => `npm run exercise -- new [<track>/<slug>] [options]

Writes a small exercise that works, in three languages, and puts its station on the map. Change one thing at a time
and "check" stays green. What you do not say is asked.

  --title-en, --title-fr, --title-nl <text>   titles, at most 22 characters
${usageOfKinds(kinds)}
  --level 1|2|3              1 never coded, 2 some steps, 3 on the way to a job
  --minutes <n>              how long it takes a typical learner
  --points <n>               points for a full pass
  --after <track>/<slug>     the exercise to pass before; "none": it opens at once
  --root <folder>            folder of exercises (default: the one you are in, else exercises/)
  --yes                      ask nothing: it opens after the last station, the rest is as in the template

Example: npm run exercise -- new programming/late-tram --after programming/tram-ticket`;

function wholeNumber(option: string, given: string | undefined, most: number): number | undefined {
	if (given === undefined) return undefined;
	const value = Number(given);
	if (!/^\d+$/.test(given) || value < 1 || value > most) {
		throw new WrongUse(`--${option} ${given} cannot be. Write a whole number from 1 to ${most}.`);
	}
	return value;
}

/** The name that was typed, as track and slug; either may be missing yet. Throws `WrongUse` for one that cannot be. */
function readName(positionals: readonly string[]): { track: string | null; slug: string | null } {
	const [name, ...more] = positionals;
	if (more.length > 0) {
		throw new WrongUse(`One name at a time, please. Titles of several words stand in quotes.`);
	}
	if (name === undefined) return { track: null, slug: null };
	const [track = '', slug, ...rest] = name.replace(/\/$/, '').split('/');
	if (slug === undefined || rest.length > 0) {
		throw new WrongUse(
			`"${name}" names no track and exercise. Write both: new programming/${track || 'late-tram'}`
		);
	}
	const problem =
		slugProblem(slug) ?? (exerciseId.safeParse(`${track}/x`).success ? undefined : slugProblem(track));
	if (problem) throw new WrongUse(`"${name}" cannot be the name of an exercise. ${problem}`);
	return { track, slug };
}

function lineOf(root: ExerciseRoot, track: string, cwd: string): MapLine {
	const line = root.map.lines.find(({ id }) => id === track);
	if (line) return line;
	const map = seenFrom(cwd, join(root.folder, 'map.json'));
	const lines = root.map.lines.map(({ id }) => `  ${id}/…`).join('\n');
	throw new WrongUse(
		`The map has no line "${track}". Its lines are:\n${lines}\nWrite one of these, or add a line to ${map} first.`
	);
}

async function askName(root: ExerciseRoot, track: string | null, cwd: string, terminal: Terminal) {
	const choices = root.map.lines.map(({ id, title }) => ({ value: id, label: title.en, hint: id }));
	const line =
		track ??
		(await terminal.choose({
			flag: 'the name, as in: new programming/late-tram',
			message: 'Which line?',
			choices
		}));
	const slug = await terminal.ask({
		flag: `the name, as in: new ${line}/late-tram`,
		message: `Name of the folder in ${seenFrom(cwd, join(root.folder, line))}/, for example "late-tram"`,
		check: slugProblem
	});
	return { track: line, slug };
}

/** What `--after` names must be there; a typing mistake would lock the new exercise for ever. */
async function checkAfter(root: ExerciseRoot, after: string, line: MapLine): Promise<void> {
	if (exerciseId.safeParse(after).success && (await exists(join(root.folder, after, 'exercise.json'))))
		return;
	const stations = line.sections.flatMap((section) => section.stations.map(({ exercise }) => exercise));
	throw new WrongUse(
		`--after ${after}: there is no such exercise.${stations.length === 0 ? '' : ` The last ones of this line are: ${stations.slice(-5).join(', ')}.`}`
	);
}

function tell(written: WrittenExercise, id: string, line: MapLine, { terminal, cwd }: VerbContext): void {
	const { place, folder } = written;
	const seen = seenFrom(cwd, folder);
	const command = commandFrom(cwd);
	terminal.out(`${seen} is written: ${written.files.length} files, a small exercise that works.`);
	if (!place) terminal.out(`The map had a station for ${id} already.`);
	else {
		const after = place.follows === null ? 'its first station' : `after ${place.follows.split('/')[1]}`;
		terminal.out(`Its station is on the line ${line.title.en}, ${after}, at x ${place.x}, y ${place.y}.`);
		if (place.extension) terminal.out('The line had no free place left: its path now goes on to there.');
		if (place.tight) terminal.out('It stands close to its neighbours: move one of them in map.json.');
		if (line.planned) {
			terminal.out('The line is still drawn as under construction: "planned" in map.json decides that.');
		}
	}
	terminal.out(
		[
			'',
			'Next:',
			`  ${command} preview ${seen}   see it while you write`,
			`  ${command} check ${seen}     prove it`,
			`  ${join(seen, 'README.md')} says what to change, in which order`
		].join('\n')
	);
}

async function run(args: readonly string[], context: VerbContext): Promise<number> {
	const { terminal, cwd, signal, kinds } = context;
	const options = { ...choiceOptions(kinds), ...OPTIONS };
	const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
	const titles: GivenTitles = {
		en: values['title-en'],
		fr: values['title-fr'],
		nl: values['title-nl']
	};
	checkTitles(titles);
	const names = kinds.all.map(({ name }) => name);
	const kind = kinds.get(oneOf('kind', values.kind, names) ?? kinds.first.name);
	const choice = readChoice(kind, kinds, values);
	const numbers = {
		level: wholeNumber('level', values.level, 3),
		minutes: wholeNumber('minutes', values.minutes, 60),
		points: wholeNumber('points', values.points, 100)
	};
	const typed = readName(positionals);
	const root = await findRoot(values.root, typed.track, cwd);
	if (typed.slug === null && values.yes) throw new WrongUse('Say its name: new programming/late-tram --yes');
	const { track, slug } =
		typed.track !== null && typed.slug !== null
			? { track: typed.track, slug: typed.slug }
			: await askName(root, typed.track, cwd, terminal);
	const id = `${track}/${slug}`;
	const line = lineOf(root, track, cwd);
	if (await exists(join(root.folder, id))) {
		const there = seenFrom(cwd, join(root.folder, id));
		throw new WrongUse(`${there} is there already. Take another name, or change that folder.`);
	}
	if (values.after !== undefined && values.after !== OPENS_AT_ONCE)
		await checkAfter(root, values.after, line);

	const chosen = await choice(values.yes ? null : terminal);
	const title = values.yes ? titlesWithoutAsking(titles) : await askTitles(titles, slug, terminal);
	const asked = values.after ?? (values.yes ? lastStation(line) : await askAfter(line, terminal));
	const after = asked === OPENS_AT_ONCE ? null : asked;
	const written = await writeExercise(
		root,
		{
			id,
			kind,
			chosen,
			title,
			...numbers,
			prerequisites: after === null ? [] : [after],
			hasSchemas: root.hasSchemas
		},
		after,
		signal
	);
	tell(written, id, line, context);
	return 0;
}

export const newVerb: Verb = {
	summary: 'Write a new exercise that works, and its station on the map',
	usage,
	run
};

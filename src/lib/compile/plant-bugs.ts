import type { FileMap } from '../contract/exercise.ts';
import type { PlantedBug, PlantedProgram } from '../contract/tested-program.ts';
import { toldDifference } from './differing-lines.ts';
import { changed, changesIn, inTurns, isReadable, type ScriptChange } from './mutants.ts';

/** So many are tried while a learner waits; of a longer program a part of each kind. */
const MOST_BUGS = 40;

/** What a program is asked with whether a bug is switched on: see `TestedProgram`. */
const IS_ACTIVE = 'stryMutAct_9fa48';
const PASS = 'stryCov_9fa48';

/** A change that becomes a bug. */
interface Planting {
	bug: PlantedBug;
	change: ScriptChange & { host: NonNullable<ScriptChange['host']> };
}

function plantingOf(file: string, text: string, change: ScriptChange): Planting[] {
	const { host } = change;
	const { code } = changed(text, change);
	if (!host || !isReadable(code)) return [];
	const id = `${file}:${change.start} ${change.operator}`;
	return [{ bug: { id, file, ...toldDifference(text, code) }, change: { ...change, host } }];
}

/** A host's text with its one change. */
const changedHost = (text: string, { start, end, text: becomes, host }: Planting['change']): string =>
	text.slice(host.start, start) + becomes + text.slice(end, host.end);

/** A piece of a program in which each change is made only while its bug is switched on. */
function written(text: string, from: number, to: number, all: readonly Planting[], ask: string): string {
	const [first, ...others] = all;
	if (!first) return text.slice(from, to);
	const { host } = first.change;
	const inside = others.filter(({ change }) => host.as !== 'body' && change.host.end <= host.end);
	const behind = others.filter((one) => !inside.includes(one));
	const on = `${ask}(${JSON.stringify(first.bug.id)})`;
	const wrong = changedHost(text, first.change);
	const right = written(text, host.start, host.end, inside, ask);
	const piece = {
		body: `if(${on})return;`,
		expression: `(${on}?(${wrong}):(${right}))`,
		statement: `{if(${on}){${wrong}}else{${right}}}`
	}[host.as];
	return text.slice(from, host.start) + piece + written(text, host.end, to, behind, ask);
}

/** What stands around comes first; at one place, where a body begins before its first statement. */
const byPlace = ({ change: { host: a } }: Planting, { change: { host: b } }: Planting): number =>
	a.start - b.start || Number(b.as === 'body') - Number(a.as === 'body') || b.end - a.end;

/** A name that none of these texts has in it: a program that asks for its bugs would know when it is looked at. */
function unusedName(texts: readonly string[]): string {
	let number = 0;
	while (texts.some((text) => text.includes(`${IS_ACTIVE}_${number}`))) number++;
	return `${IS_ACTIVE}_${number}`;
}

/**
 * Plants bugs into the program that a learner has written, such as beginners make (see `changesIn`). What only tries the program out
 * has none. Null where nothing can be changed.
 * @param texts the learner's files, in JavaScript
 * @param link files → the body of a script that defines them; null where it refuses them
 */
export async function plantBugs(
	texts: FileMap,
	link: (files: FileMap) => Promise<string | null>
): Promise<PlantedProgram | null> {
	const files = Object.entries(texts);
	const candidates = files.map(([file, text]) =>
		changesIn(text, { trials: false }).map((change) => ({ file, text, change }))
	);
	const all: Planting[] = [];
	for (const { file, text, change } of inTurns(candidates)) {
		if (all.length < MOST_BUGS) all.push(...plantingOf(file, text, change));
	}
	if (all.length === 0) return null;
	const ask = unusedName(Object.values(texts));
	const ordered = files.map(([file, text]) => {
		const own = all.filter(({ bug }) => bug.file === file).sort(byPlace);
		return { file, own, text: written(text, 0, text.length, own, ask) };
	});
	const code = await link(Object.fromEntries(ordered.map(({ file, text }) => [file, text])));
	if (code === null) return null;
	return {
		// The two names that the engine gives are not to be seen by what the learner wrote.
		script: `const ${ask} = (bug) => { ${PASS}(bug); return ${IS_ACTIVE}(bug); };
{ let ${IS_ACTIVE}, ${PASS};
${code}
}`,
		bugs: ordered.flatMap(({ own }) => own.map(({ bug }) => bug))
	};
}

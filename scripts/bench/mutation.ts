import type { EngineEvent, EngineSession } from '../../src/lib/engines/engine.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { openEnginePage } from '../../tests/support/engine-page.ts';
import { openNativeSession } from '../../tests/support/native-session.ts';
import { planOfTests } from '../../tests/support/tested-program.ts';
import { EXERCISM, exercismSubject, ownSubjects, type Subject } from '../stryker/subject.ts';
import { strykerVerdicts } from '../stryker/verdicts.ts';
import { figure, median, type Figures } from './statistics.ts';

/** How long a suite took, and when its first bug was known; milliseconds. */
interface Taken {
	ms: number;
	firstMs: number;
	bugs: number;
}

const PAGE = `
import { createWorkerEngine } from './src/lib/engines/worker/worker-engine.ts';
const { signal } = new AbortController();
const session = createWorkerEngine({ sandboxUrl: '/engine/sandbox.html' }).boot(signal);
window.booted = session.then(() => true);
window.check = async (plan) => {
	const engine = await session;
	const started = performance.now();
	let first = null;
	const report = await engine.run(plan, { signal, onEvent: (event) => {
		if (event.type === 'bug') first ??= performance.now() - started;
	} });
	return { ms: performance.now() - started, firstMs: first, bugs: report.kills?.bugs.length ?? 0 };
};
`;

async function checkNatively(session: EngineSession, subject: Subject): Promise<Taken> {
	const started = performance.now();
	// Stryker's own time has its compiling too.
	const plan = await planOfTests(subject.program, subject.tests);
	let first: number | null = null;
	const onEvent = (event: EngineEvent): void => {
		if (event.type === 'bug') first ??= performance.now() - started;
	};
	const { kills } = await session.run(plan, { signal: new AbortController().signal, onEvent });
	return { ms: performance.now() - started, firstMs: first ?? 0, bugs: kills?.bugs.length ?? 0 };
}

/** The same tests again and again, under names of their own. */
const repeated = (tests: string, times: number): string => {
	const [imports, rest] = [
		tests.split('\n').filter((line) => line.startsWith('import ')),
		tests.split('\n').filter((line) => !line.startsWith('import '))
	];
	const groups = Array.from(
		{ length: times },
		(_, at) => `describe('round ${at}', () => {\n${rest.join('\n')}\n});`
	);
	const head = imports.join('\n').replace(/\bdescribe\b,? ?/, '');
	return `import { describe } from 'vitest';\n${head}\n${groups.join('\n')}`;
};

const GROWN = [1, 8, 32];

/**
 * A learner's tests on all of Stryker's mutants: in the page, in a thread of Node, and by Stryker itself, one after the other.
 * @param root folder of exercism/javascript, whose five exercises are taken; null: eight of our own
 */
export async function benchMutation(rounds: number, root: string | null): Promise<Figures> {
	const subjects = root ? EXERCISM.map((slug) => exercismSubject(root, slug)) : ownSubjects();
	const session = await openNativeSession();
	const page = await openEnginePage(PAGE);
	const inPage = (plan: Plan): Promise<Taken> =>
		page.page.evaluate(
			(wanted) => (window as never as { check(plan: unknown): Promise<Taken> }).check(wanted),
			plan
		);
	const native = new Map<string, Taken[]>();
	const pages = new Map<string, Taken[]>();
	const note = (to: Map<string, Taken[]>, { name }: Subject, taken: Taken): void => {
		if (taken.bugs === 0) throw new Error(`The tests of ${name} do not pass on its program`);
		to.set(name, [...(to.get(name) ?? []), taken]);
	};
	const strykerMs: number[] = [];
	const grown = new Map<number, number[]>();
	try {
		for (let round = 0; round < rounds; round++) {
			for (const subject of subjects) {
				note(native, subject, await checkNatively(session, subject));
				note(pages, subject, await inPage(await planOfTests(subject.program, subject.tests)));
			}
			for (const times of GROWN) {
				const { program, tests } = subjects[0]!;
				const { ms, bugs } = await inPage(await planOfTests(program, repeated(tests, times)));
				if (bugs === 0) throw new Error('Repeated tests do not pass');
				grown.set(times, [...(grown.get(times) ?? []), ms / bugs]);
			}
		}
		const started = performance.now();
		await strykerVerdicts(subjects);
		strykerMs.push(performance.now() - started);
	} finally {
		session.dispose();
		await page.close();
	}
	const sum = (of: Map<string, Taken[]>): number =>
		[...of.values()].reduce((total, all) => total + median(all.map(({ ms }) => ms)), 0);
	const bugs = [...pages.values()].reduce((total, all) => total + all[0]!.bugs, 0);
	const each = [...pages].map(([name, all]) => [`mutation.page.${name}.ms`, figure(all.map(({ ms }) => ms))]);
	return {
		'mutation.bugs': figure([bugs], ''),
		'mutation.page.ms': { ...figure([sum(pages)]), n: rounds },
		'mutation.page.first_bug.ms': figure([...pages.values()].flat().map(({ firstMs }) => firstMs)),
		'mutation.page.bug.ms': { ...figure([sum(pages) / bugs]), n: rounds },
		'mutation.native.ms': { ...figure([sum(native)]), n: rounds },
		'mutation.stryker.ms': figure(strykerMs),
		'mutation.native.stryker_ratio': figure([median(strykerMs) / sum(native)], '×'),
		...Object.fromEntries(each),
		...Object.fromEntries([...grown].map(([times, all]) => [`mutation.suite_x${times}.bug.ms`, figure(all)]))
	};
}

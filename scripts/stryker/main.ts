import { openNativeSession } from '../../tests/support/native-session.ts';
import { planOfTests } from '../../tests/support/tested-program.ts';
import { EXERCISM, exercismSubject, ownSubjects } from './subject.ts';
import { compareVerdicts, ourVerdicts, strykerVerdicts } from './verdicts.ts';

/**
 * `npm run compare:stryker [-- <folder of exercism/javascript> [slug…]]`: which mutants Stryker notices and which we do, with
 * the same tests. Without a folder: eight of our own exercises. Exit code: 0 where all verdicts are the same.
 */
const [root, ...slugs] = process.argv.slice(2);
const subjects = root
	? (slugs.length > 0 ? slugs : EXERCISM).map((slug) => exercismSubject(root, slug))
	: ownSubjects();
const session = await openNativeSession();
const { signal } = new AbortController();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

let started = performance.now();
const stryker = await strykerVerdicts(subjects);
console.log(`Stryker: ${seconds(started)}`);
let [same, total] = [0, 0];
for (const subject of subjects) {
	started = performance.now();
	const plan = await planOfTests(subject.program, subject.tests);
	const { kills } = await session.run(plan, { signal });
	const took = seconds(started);
	const ours = await ourVerdicts(subject, plan, kills);
	const theirs = new Map([...stryker].filter(([mutant]) => mutant.startsWith(`${subject.name}/`)));
	const compared = compareVerdicts(theirs, ours);
	console.log(`${subject.name}: ${compared.same} of ${compared.total} the same, ours in ${took}`);
	for (const one of compared.different) console.log('  differs:', one);
	same += compared.same;
	total += compared.total;
}
console.log(`${same} of ${total}`);
session.dispose();
process.exit(same === total ? 0 : 1);

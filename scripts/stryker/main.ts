import { openNativeSession } from '../../tests/support/native-session.ts';
import { EXERCISM, exercismSubject, ownSubjects } from './subject.ts';
import { compareVerdicts, strykerVerdicts } from './verdicts.ts';

/**
 * `npm run compare:stryker [-- <folder of exercism/javascript> [slug…]]`: which mutants Stryker notices and which we do, with
 * the same tests. Without a folder: eight of our own exercises. Exit code: 0 where all verdicts are the same.
 */
const [root, ...slugs] = process.argv.slice(2);
const subjects = root
	? (slugs.length > 0 ? slugs : EXERCISM).map((slug) => exercismSubject(root, slug))
	: ownSubjects();
const session = await openNativeSession();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

let started = performance.now();
const stryker = await strykerVerdicts(subjects);
console.log(`Stryker: ${seconds(started)}`);
let [same, total] = [0, 0];
for (const subject of subjects) {
	started = performance.now();
	const compared = await compareVerdicts(subject, stryker, session);
	console.log(`${subject.name}: ${compared.same} of ${compared.total} the same, ours in ${seconds(started)}`);
	for (const one of compared.different) console.log('  differs:', one);
	same += compared.same;
	total += compared.total;
}
console.log(`${same} of ${total}`);
session.dispose();
process.exit(same === total ? 0 : 1);

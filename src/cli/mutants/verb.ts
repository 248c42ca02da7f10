import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attempt } from '../../lib/kinds/proof.ts';
import { findOne } from '../check/targets.ts';
import { chooseEngine } from '../engine-option.ts';
import { foreignCode } from '../foreign-code.ts';
import {
	compileGradable,
	gradeSubmission,
	readGradable,
	readHandIn,
	type Gradable
} from '../grade/grading.ts';
import { describeGrade } from '../grade/report.ts';
import type { Submission } from '../grade/submission.ts';
import { plainJson } from '../plain-text.ts';
import { NotPossible, openSetup } from '../setup.ts';
import { WrongUse, type Verb } from '../verb.ts';
import { describeMutants, toOutput } from './report.ts';

const USAGE = `npm run exercise -- mutants <exercise> [options]

Lists every bug that the tests of an exercise are tried on, those of mutants/ and the
automatic ones: what it changes, which tests notice it, and which are excluded, and why.
<exercise> is a folder, or an id track/slug, of a kind whose learners write tests.

  --tests NAME       Whose tests: "solution" (default), "start", or "wrong/…" and "also/…".
  --files DIR        Those of a folder, laid out like start/, instead.
  --engine remote    The server's sandbox, with Deno (default where Deno is).
  --engine native    Threads of Node: no sandbox, only for code that you have read.
  --json             One object on standard output instead of sentences.

Exit code: 0 all are noticed, 1 some are not, 2 the command could not be done.

  npm run exercise -- mutants testing/first-test --tests start`;

/** What is tried: a sample of the folder, or what somebody handed in. */
async function readTests(
	{ exercise, kind }: Gradable,
	name: string,
	files: string | undefined
): Promise<{ name: string; submission: Submission }> {
	if (files !== undefined)
		return { name: files, submission: await readHandIn({ exercise, kind, root: '' }, files) };
	const samples = kind.samples(exercise);
	const found = samples.find((one) => one.name === name);
	if (!found) {
		const known = samples.map((one) => one.name).join(', ');
		throw new WrongUse(`${exercise.id} has no tests "${name}". There are: ${known}.`);
	}
	return { name, submission: { submission: found.submission, notes: [] } };
}

/** Tests that fail on the correct program are tried on no bug. */
const notValid = (done: Attempt): string =>
	`${describeGrade(done, [])}\n\nThese tests do not pass on the correct program: they are not tried on its bugs.`;

export const mutantsVerb: Verb = {
	summary: 'List the bugs of an exercise, and which tests notice them',
	usage: () => USAGE,
	async run(args, { terminal, signal, cwd, kinds }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				tests: { type: 'string' },
				files: { type: 'string' },
				engine: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [typed, ...others] = positionals;
		if (typed === undefined || others.length > 0)
			throw new WrongUse('Say which exercise: mutants <exercise>.');
		if (values.tests !== undefined && values.files !== undefined)
			throw new WrongUse('--tests and --files exclude each other.');
		const place = await findOne(typed, { cwd });
		const gradable = readGradable(place, kinds);
		const { exercise, kind } = gradable;
		if (!kind.bugs)
			throw new WrongUse(
				`${exercise.id} has no bugs that tests are tried on. For code, "check --mutants" changes the solution.`
			);
		const tests = await readTests(gradable, values.tests ?? 'solution', values.files);
		const engine = await chooseEngine(
			{
				typed: values.engine,
				foreign:
					values.files === undefined
						? await foreignCode([join(place.root, place.id)])
						: 'a submission, code of somebody else',
				trusted: values.engine === 'native',
				flag: '--engine native'
			},
			terminal
		);
		const setup = await openSetup(engine, signal, kinds);
		try {
			const artifacts = await compileGradable(gradable, setup);
			const { done } = await gradeSubmission(gradable, artifacts, tests.submission, setup, signal);
			const { kills } = done.report;
			if (!kills) throw new NotPossible(notValid(done));
			const output = toOutput(exercise.id, tests.name, kind.bugs(exercise, artifacts), kills);
			terminal.out(values.json ? plainJson(output) : describeMutants(output));
			return output.score === 1 ? 0 : 1;
		} finally {
			await setup.dispose();
		}
	}
};

import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseEngine } from '../engine-option.ts';
import { foreignCode } from '../foreign-code.ts';
import { plainJson } from '../plain-text.ts';
import { openSetup } from '../setup.ts';
import { WrongUse, type Verb } from '../verb.ts';
import { checkAll, type CheckOptions } from './check-all.ts';
import { fixAndCheck } from './fix.ts';
import { fixNames } from './fix-names.ts';
import { describeReport, toReport } from './report.ts';
import { defaultRoots, findTargets } from './targets.ts';

const USAGE = `npm run exercise -- check [paths…] [options]

Checks exercises and proves them: the start fails, the solution passes in good time, and so
does each other right way of also/; each mistake of wrong/ fails exactly the tests it names,
each test can fail, and every text is there in every language. Says what is wrong, where,
and what to do.

A path is an exercise's folder, a track, or a folder of tracks with its map.json; or write
an id, track/slug. Without paths: the folders of EXERCISES, or exercises/.

  --all              Try unchanged exercises again too.
  --mutants          Also changes the solution and each way of also/ in small ways, and tells
                     what no test notices. Takes minutes where pages are judged in Chromium.
  --strict           Remarks count as problems.
  --fix              Writes what a machine can: fields get their name of today, messages a key
                     for each test and failure message ("TODO" until you translate it), keys
                     that no test says go. Asks before it fills "fails" of a wrong.json.
  --fails            With --fix: fills "fails" without a question.
  --engine remote    The server's sandbox, with Deno (default where Deno is). Pages are judged
                     in Chromium, where it is.
  --engine native    Threads of Node. No sandbox: code can do whatever you can. Asks first
                     where the exercises are not Passerelle's own.
  --trusted          You have read the code: --engine native does not ask.
  --jobs N           Runs at a time. Default: one for each processor.
  --json             One object on standard output instead of sentences.

Exit code: 0 nothing is wrong, 1 there are problems, 2 the command could not be done.

  npm run exercise -- check programming/cafe-till`;

function readJobs(typed: string | undefined): number | undefined {
	if (typed === undefined) return undefined;
	if (!/^[1-9]\d?$/.test(typed)) throw new WrongUse(`--jobs is a number from 1 to 99, not "${typed}".`);
	return Number(typed);
}

export const checkVerb: Verb = {
	summary: 'Check exercises, and prove them by running them',
	usage: () => USAGE,
	async run(args, { terminal, signal, cwd, kinds }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				all: { type: 'boolean', default: false },
				mutants: { type: 'boolean', default: false },
				strict: { type: 'boolean', default: false },
				fix: { type: 'boolean', default: false },
				fails: { type: 'boolean', default: false },
				engine: { type: 'string' },
				trusted: { type: 'boolean', default: false },
				jobs: { type: 'string' }
			}
		});
		const jobs = readJobs(values.jobs);
		if (values.fails && !values.fix) throw new WrongUse('--fails is for --fix.');
		const targets = await findTargets(positionals, { cwd });
		if (targets.exercises.length === 0) throw new WrongUse('There is no exercise in that folder yet.');
		if (values.fix) {
			for (const { path, line, from, to } of (await Promise.all(targets.exercises.map(fixNames))).flat())
				terminal.say(`${relative(cwd, path)}:${line}  "${from}" is "${to}" now.`);
		}
		const foreign = await foreignCode(targets.exercises.map(({ root, id }) => join(root, id)));
		const wish = { typed: values.engine, foreign, trusted: values.trusted, flag: '--trusted' };
		const engine = await chooseEngine(wish, terminal);
		const setup = await openSetup(engine, signal, kinds);
		const bar = terminal.progress('Checking', targets.exercises.length);
		let done = 0;
		try {
			const options: CheckOptions = {
				targets,
				setup,
				neighbours: defaultRoots({ cwd }),
				all: values.all,
				mutants: values.mutants,
				...(jobs === undefined ? {} : { jobs }),
				signal,
				onChecked({ id }) {
					done++;
					bar.advance(id);
				}
			};
			let checked = await checkAll(options);
			bar.end();
			const seen = (path: string): string => relative(cwd, path);
			const fixing = { setup, terminal, seen, fails: values.fails };
			if (values.fix) checked = await fixAndCheck(checked, options, fixing);
			const report = toReport(checked, { cwd, engine, strict: values.strict, kinds });
			terminal.out(values.json ? plainJson(report) : describeReport(report));
			return report.ok ? 0 : 1;
		} catch (error) {
			bar.end();
			if (signal.aborted)
				terminal.say(
					`${done} of ${targets.exercises.length} exercises were checked; what is known of them is kept.`
				);
			throw error;
		} finally {
			await setup.dispose();
		}
	}
};

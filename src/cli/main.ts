import { kinds as siteKinds, type Kinds } from '../lib/kinds/kinds.ts';
import { keptByNpm } from './npm-kept.ts';
import { NotPossible } from './setup.ts';
import { Cancelled, NobodyAnswers, processTerminal, type Terminal } from './terminal.ts';
import { WrongUse, type Verb } from './verb.ts';

/** Verb → how to load it: a coach who checks one exercise does not wait for the importer. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
	new: async () => (await import('./new/verb.ts')).newVerb,
	check: async () => (await import('./check/verb.ts')).checkVerb,
	grade: async () => (await import('./grade/verb.ts')).gradeVerb,
	mutants: async () => (await import('./mutants/verb.ts')).mutantsVerb,
	preview: async () => (await import('./preview/verb.ts')).previewVerb,
	import: async () => (await import('./import/verb.ts')).importVerb,
	init: async () => (await import('./new/init-verb.ts')).initVerb
};

async function overview(): Promise<string> {
	const verbs = await Promise.all(
		Object.entries(VERBS).map(async ([name, load]) => `  ${name.padEnd(9)} ${(await load()).summary}`)
	);
	return ['npm run exercise -- <verb> [options]', '', ...verbs, '', 'More of a verb: <verb> --help'].join(
		'\n'
	);
}

const verbOf = (name: string) => (Object.hasOwn(VERBS, name) ? VERBS[name] : undefined);

/**
 * Runs one command. Never rejects: what goes wrong is said in a sentence, and is in the exit code.
 * @param kinds what exercises can be; default: those of the site
 */
export async function runCommand(
	args: readonly string[],
	terminal: Terminal,
	signal: AbortSignal,
	cwd: string,
	kinds: Kinds = siteKinds
): Promise<number> {
	const [name = '--help', ...rest] = args;
	try {
		if (['--help', '-h', 'help'].includes(name)) {
			const about = verbOf(rest[0] ?? '');
			terminal.out(about ? (await about()).usage(kinds) : await overview());
			return 0;
		}
		const load = verbOf(name);
		if (!load) throw new WrongUse(`There is no verb "${name}".\n\n${await overview()}`);
		const verb = await load();
		if (rest.includes('--help') || rest.includes('-h')) {
			terminal.out(verb.usage(kinds));
			return 0;
		}
		return await verb.run(rest, { terminal, signal, cwd, kinds });
	} catch (error) {
		const expected = [WrongUse, NotPossible, NobodyAnswers, Cancelled].some((kind) => error instanceof kind);
		if (signal.aborted) terminal.say('Stopped.');
		else if (expected) terminal.say((error as Error).message);
		else if (isParseArgsError(error)) terminal.say(`${firstSentence(error.message)}\nTry: ${name} --help`);
		else terminal.say(`This is a fault of the command, not of your exercise:\n${describe(error)}`);
		return 2;
	}
}

const describe = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Node goes on about arguments that begin with a hyphen, which nobody here has. */
const firstSentence = (message: string): string => `${message.split(/\. |\n/)[0]!.replace(/\.$/, '')}.`;

/** What `util.parseArgs` throws for an option that does not exist. */
const isParseArgsError = (error: unknown): error is Error =>
	error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** The command as a process: arguments from the command line, Ctrl+C stops it. */
export async function main(): Promise<void> {
	const stop = new AbortController();
	process.once('SIGINT', () => stop.abort(new Cancelled('Stopped.')));
	// npm changes into the project's folder; this is where the coach was.
	const cwd = process.env.INIT_CWD ?? process.cwd();
	const [args, terminal] = [process.argv.slice(2), processTerminal()];
	process.exitCode = await runCommand(args, terminal, stop.signal, cwd);
	const kept = process.exitCode === 2 ? keptByNpm(args, process.env) : null;
	if (kept !== null) terminal.say(kept);
	// A suite that is just being collected would hold the process for seconds.
	if (stop.signal.aborted) process.exit();
}

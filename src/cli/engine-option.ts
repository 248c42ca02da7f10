import { findDeno } from '../lib/server/sandbox/deno-binary.ts';
import { PROOF_ENGINES, type ProofEngine } from './setup.ts';
import { NobodyAnswers, type Terminal } from './terminal.ts';
import { WrongUse } from './verb.ts';

/** What `--engine` means. Throws `WrongUse` for another word. */
function readEngine(typed: string | undefined): ProofEngine | undefined {
	if (typed === undefined) return undefined;
	const engine = PROOF_ENGINES.find((one) => one === typed);
	if (!engine) throw new WrongUse(`--engine is ${PROOF_ENGINES.join(' or ')}, not "${typed}".`);
	return engine;
}

/** What decides where code runs. */
export interface EngineWish {
	/** After `--engine`; undefined: nothing was said. */
	typed: string | undefined;
	/** Whose code would run, as the words after "this is"; null for the project's own exercises, read by many. */
	foreign: string | null;
	/** Whether the coach has said with a flag that the code may do what the coach can do. */
	trusted: boolean;
	/** The flag of this verb that says so. */
	flag: string;
}

const WHAT_IT_MAY =
	'In threads of Node it can do whatever you can: read your files and keys, write, use the network.';

/**
 * Where the code of a verb runs: in the sandbox wherever Deno is, in threads of Node only by name. Code of others runs in
 * threads only after a person has said yes, or where a flag says so. Throws `WrongUse`, `NobodyAnswers` and `Cancelled`.
 */
export async function chooseEngine(wish: EngineWish, terminal: Terminal): Promise<ProofEngine> {
	const { typed, foreign, trusted, flag } = wish;
	const named = readEngine(typed);
	const deno = findDeno().path !== null;
	if (named === 'remote' || (named === undefined && deno)) return 'remote';
	const reason = named === undefined ? 'Deno is not installed, so there is no sandbox here.' : '';
	if (foreign === null || trusted) {
		if (reason) terminal.say(`${reason} Code runs in threads of Node.`);
		return 'native';
	}
	const message = [reason, `This is ${foreign}.`, WHAT_IT_MAY].filter((part) => part !== '').join(' ');
	const otherwise = deno ? `--engine remote, or ${flag}` : `${flag}, or install Deno ("npm ci")`;
	const answer = await terminal
		.choose({
			flag: `${otherwise} if you have read the code`,
			message: `${message} Run it there?`,
			choices: [
				{ value: 'no', label: 'No' },
				{ value: 'yes', label: 'Yes, I have read the code' }
			]
		})
		.catch((error: unknown) => {
			if (error instanceof NobodyAnswers) terminal.say(message);
			throw error;
		});
	if (answer === 'no') throw new WrongUse(`Nothing was run. Give ${otherwise} when you have read the code.`);
	return 'native';
}

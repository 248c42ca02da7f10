import { PROOF_ENGINES, type ProofEngine } from './setup.ts';
import { WrongUse } from './verb.ts';

/** What `--engine` means. Throws `WrongUse` for another word. */
export function readEngine(typed: string | undefined, otherwise: ProofEngine): ProofEngine {
	if (typed === undefined) return otherwise;
	const engine = PROOF_ENGINES.find((one) => one === typed);
	if (!engine) throw new WrongUse(`--engine is ${PROOF_ENGINES.join(' or ')}, not "${typed}".`);
	return engine;
}

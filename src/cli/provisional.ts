import type { ProofEngine } from './setup.ts';

const WHAT_TO_DO: Readonly<Record<ProofEngine, string>> = {
	native: 'Without --engine native they are judged in Chromium, where it is installed.',
	remote:
		'Install Chromium (on Debian: apt install chromium), or set CHROMIUM to the path of one; see docs/walls.md.'
};

/** Said where pages were judged without a browser; null for none. */
export const provisionalWords = (count: number, engine: ProofEngine): string | null =>
	count === 0
		? null
		: `${count === 1 ? 'A page exercise was' : `${count} page exercises were`} judged on happy-dom, which is no browser: ` +
			`what is said of ${count === 1 ? 'it' : 'them'} is provisional. ${WHAT_TO_DO[engine]}`;

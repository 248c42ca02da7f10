import { broken, type Rung, type Why } from '../can/why.ts';

/** What a person at the device sees when something fails, by `rung:is`, and by rung where all of it looks the same. */
const SHOWN: Partial<Record<Rung | `${Rung}:${string}`, string>> = {
	power: 'dark',
	part: 'does-not-charge',
	'part:empty': 'printer-lamp',
	link: 'no-network',
	address: 'no-network',
	route: 'no-answer',
	portal: 'portal-page',
	rule: 'no-answer',
	line: 'no-answer',
	far: 'no-answer',
	'far:refused': 'refused',
	name: 'name-not-found',
	clock: 'clocks-differ',
	tls: 'not-safe',
	'tls:too-early': 'not-safe-date',
	'tls:too-late': 'not-safe-date',
	account: 'account-off',
	'account:none': 'asks-account',
	lock: 'account-locked',
	secret: 'wrong-password',
	factor: 'code-fails',
	right: 'not-allowed',
	space: 'full',
	run: 'site-error',
	queue: 'waits',
	load: 'slow',
	setting: 'setting',
	data: 'not-there'
};

/** What is seen of it, as a code for a sentence; `works` where nothing is wrong. It never says more than a screen does. */
export function symptom(why: Why): string {
	const step = broken(why);
	if (!step) return 'works';
	const shown = SHOWN[`${step.rung}:${step.is}`] ?? SHOWN[step.rung]!;
	return step.rung === 'setting' ? `setting-${step.of}` : shown;
}

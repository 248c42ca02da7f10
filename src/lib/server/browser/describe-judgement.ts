import type { NoBrowser, PageJudgement } from './page-judge.ts';
import type { BrowserWalls } from './probe-browser.ts';

const WHY: Readonly<Record<NoBrowser, string>> = {
	'browser-not-installed': 'Chromium is not installed',
	'browser-wrong': 'CHROMIUM does not name a program that can be run',
	'browser-off': 'CHROMIUM=off',
	'browser-not-walled': 'Chromium does not start here behind walls enough',
	'browser-not-tried': 'Chromium could not be tried',
	'browser-fails': 'Chromium opens no pages or dies'
};

/** One line for the log. */
export function describeJudgement(judgement: PageJudgement, found: BrowserWalls | null): string {
	if (!judgement.verified) {
		const text = `Pages are not verified (${WHY[judgement.reason]}): their grades stay "practised". See docs/operating.md.`;
		if (!('tried' in judgement)) return text;
		const { tried, nextInSeconds } = judgement;
		return [`${text} It is tried again in ${nextInSeconds} s.`, ...tried.map((one) => `  ${one}`)].join('\n');
	}
	const { walls, ownSandbox } = judgement;
	const own = ownSandbox ? 'with its own sandbox' : 'without its own sandbox';
	return `Pages are verified in Chromium, ${own}. Walls around it (${found?.way.enclosure.name ?? ''}): ${walls.join(', ') || 'none'}.`;
}

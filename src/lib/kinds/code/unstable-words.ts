import { endWords, failureWords } from '../../coach-words/run-words.ts';
import type { DetailWords } from '../../contract/problem.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import type { CodeDetails } from './problems.ts';

type Setting = CodeDetails['unstable-test']['setting'];

const moment = ({ beginsAt }: Setting): string =>
	`${new Date(Number(beginsAt)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** When it fails, said after "the solution fails it". */
const WHEN: Readonly<Record<keyof RunSetting, (setting: Setting) => string>> = {
	beginsAt: (setting) => `on another day (${moment(setting)})`,
	timeZone: ({ timeZone }) => `in another time zone (${timeZone})`,
	language: ({ language }) => `on a computer in another language (${language})`,
	seed: () => 'with other numbers of Math.random',
	order: ({ order }) => `when the tests run in another order (${order})`
};

const FIX: Readonly<Record<keyof RunSetting, string>> = {
	beginsAt: 'Give the suite its own clock: vi.useFakeTimers() and vi.setSystemTime().',
	timeZone: 'Name the zone ({ timeZone: "Europe/Brussels" }), or use the UTC methods of the date.',
	language: 'Name the language: toLocaleString("fr-BE"), localeCompare(other, "fr").',
	seed: 'Give the suite its own chance: vi.spyOn(Math, "random").mockReturnValue(0.5).',
	order: 'Let each test begin anew: vi.resetModules() and a new import, or what it needs in beforeEach.'
};

/** Everything that was changed, where no part of it is enough. */
const together = (setting: Setting): string =>
	`in another setting (${moment(setting)}, ${setting.timeZone}, ${setting.language}, other numbers of Math.random, tests ${setting.order})`;

/** What a coach reads of tests that are not always the same. */
export const UNSTABLE_WORDS = {
	'unstable-test': ({ test, setting, causes, reason }) => {
		const when = causes.map((cause) => WHEN[cause](setting)).join(', and ') || together(setting);
		return {
			message: `The test "${test}" is not always the same: the solution fails it ${when}: ${failureWords(reason)}`,
			fix: causes.map((cause) => FIX[cause]).join(' ') || 'Run it in this setting, and look at what differs.'
		};
	},
	'unstable-test/end': ({ setting, end }) => ({
		message: `${endWords('The solution', end)} It does so ${together(setting)}.`,
		fix: 'Let nothing outside of tests depend on the day, the place, chance or order.'
	})
} satisfies Partial<DetailWords<CodeDetails>>;

import { expect, test } from 'vitest';
import type { RunState } from '../../workspace/run/run-state.ts';
import { announcement } from './announcement.ts';

const verdict = { tone: 'pass', title: '2 of 2', sentences: ['It works.'], retry: false } as const;
const idle = { verdict: null, first: null, status: 'Checking…', lasting: false, moved: null, advice: null };
const run = (kind: RunState['kind']) =>
	({ kind, mode: 'check', runId: 'r', waiting: [], code: 'engine' }) as RunState;
const view = { ...verdict, sentences: [...verdict.sentences] };

test.each<[string, RunState, Partial<Parameters<typeof announcement>[1]>, string]>([
	['nothing yet', run('idle'), {}, ''],
	['another engine', run('idle'), { moved: 'It moved.' }, 'It moved.'],
	['a quick run', run('running'), {}, ''],
	['a run that lasts', run('preparing'), { lasting: true }, 'Checking…'],
	['a result', run('done'), { verdict: view }, '2 of 2 – It works.'],
	['a result without a count', run('done'), { verdict: { ...view, title: undefined } }, 'It works.'],
	[
		'a mistake',
		run('done'),
		{ verdict: { ...view, tone: 'fail', title: undefined }, first: 'main.js, line 2: a sign is missing.' },
		'main.js, line 2: a sign is missing.'
	],
	[
		'an output',
		run('done'),
		{ verdict: { ...view, tone: 'info', title: undefined }, first: 'It printed: 3' },
		'It printed: 3 – It works.'
	],
	[
		'a mistake for the third time',
		run('done'),
		{ verdict: { ...view, tone: 'fail' }, first: 'Not yet: adds.', advice: 'There are hints.' },
		'2 of 2 – Not yet: adds. – There are hints.'
	],
	['a fault of ours', run('failed'), { status: 'That was us.', verdict: view }, 'That was us.']
])('%s', (_, state, change, said) => {
	expect(announcement(state, { ...idle, ...change })).toBe(said);
});

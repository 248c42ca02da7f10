import { afterAll, describe, expect, test } from 'vitest';
import type { EngineEvent, EngineSession } from '../../src/lib/engines/engine.ts';
import { openWorkerIn, type EngineIn } from '../support/browsers/engine-in.ts';
import { openWebKit } from '../support/browsers/webkit.ts';
import { openHere } from '../support/not-here.ts';
import {
	ESCAPE_LIMIT_MS,
	expectHonestPass,
	expectRefused,
	hostilePrograms,
	REALM_PROGRAMS,
	runHostile,
	testForging
} from './hostile-corpus.ts';

/*
 * WebKit starts its workers in another way than the others, and its frame has a wider policy for that (decision 0021): programs
 * that go for what a browser brings are tried there too. What is the language's own, and what hangs, is tried in Chromium.
 */

const forging = hostilePrograms('forge').filter(({ name }) => REALM_PROGRAMS.has(name));
const DOORS =
	/^(?:beacon|css|databases|event-source|fetch|global-list|import|parent|post|report|rtc|shared|suite|url|web-|worker|xhr)/;
const escaping = hostilePrograms('escape').filter(({ name }) => DOORS.test(name));

test('there are programs to try', () => {
	expect([forging.length >= 20, escaping.length >= 20]).toEqual([true, true]);
});

describe('worker engine in WebKit', () => {
	let page: EngineIn;
	let heard: EngineEvent[] = [];
	const session: EngineSession = {
		async run(plan) {
			const { report, events } = await page.run(plan);
			heard = events;
			return report;
		},
		dispose() {}
	};
	openHere(async () => {
		page = await openWorkerIn(openWebKit);
		await page.browser.evaluate(`
			window.said = [];
			const hear = ({ data }) => void window.said.push(JSON.stringify(data) ?? '');
			addEventListener('message', hear);
			new BroadcastChannel('passerelle').onmessage = hear;`);
	});
	afterAll(() => page?.close());

	testForging(forging, () => session);

	test.each(escaping.map((program) => [program.name, program] as const))(
		'cannot escape, and the next program runs: %s',
		async (_, program) => {
			const origin = await page.browser.evaluate<string>('return location.origin');
			const text = program.text.replaceAll('__ORIGIN__', origin);
			const outcome = await runHostile({ suite: program.suite, text }, session, ESCAPE_LIMIT_MS);
			await expectRefused(outcome, program.suite);
			expect(JSON.stringify([outcome.report, heard])).not.toContain('LEAK');
			if (outcome.report.status !== 'ran') await expectHonestPass(session);
		}
	);

	test('nothing reached the server, the page or its storage', async () => {
		expect(page.strangeRequests).toEqual([]);
		const state = await page.browser.evaluate(`
			const said = window.said.filter((text) => text.includes('LEAK'));
			return [said, localStorage.length, sessionStorage.length, document.cookie.length, location.pathname];`);
		expect(state).toEqual([[], 0, 0, 0, '/']);
	});
});

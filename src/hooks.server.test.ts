import type { Handle } from '@sveltejs/kit';
import { afterEach, expect, test, vi } from 'vitest';
import { closeServer } from '$lib/server/running-server.ts';
import { handle, init } from './hooks.server.ts';

afterEach(async () => {
	vi.unstubAllEnvs();
	await closeServer();
});

const POLICY =
	"frame-src 'self' https://stackblitz.com https://*.webcontainer-api.io https://*.webcontainer.io";

/** What a visitor of a page gets, after our part of the answer. */
async function answerTo(answer: Record<string, string>, route = '/[lang=lang]', cookies = ['lang']) {
	const given: string[] = [];
	const event = {
		url: new URL('https://site.test/en'),
		route: { id: route },
		isDataRequest: false,
		getClientAddress: () => '192.0.2.1',
		cookies: {
			get: (name: string) => (cookies.includes(name) ? 'en' : undefined),
			set: (name: string) => void given.push(name),
			serialize: (name: string) => `${name}=x`
		},
		request: new Request('https://site.test/en'),
		locals: {}
	} as unknown as Parameters<Handle>[0]['event'];
	const { headers } = await handle({ event, resolve: async () => new Response('page', { headers: answer }) });
	return { headers, given };
}
async function policyOf(policy: string | null): Promise<string | null> {
	const answer = policy === null ? undefined : { 'content-security-policy': policy };
	return (await answerTo(answer ?? {})).headers.get('content-security-policy');
}

test('a page gives its browser a word for the visit, once; endpoints give none', async () => {
	expect((await answerTo({})).given).toEqual(['visit']);
	expect((await answerTo({}, '/[lang=lang]', ['lang', 'visit'])).given).toEqual([]);
	expect((await answerTo({}, '/api/health')).given).toEqual([]);
});

test('what shared caches may keep carries nobody’s cookie', async () => {
	const kept = { 'set-cookie': 'lang=en', 'cache-control': 'public, max-age=31536000, immutable' };
	expect((await answerTo(kept)).headers.has('set-cookie')).toBe(false);
	expect((await answerTo({ ...kept, 'cache-control': 'private' })).headers.has('set-cookie')).toBe(true);
});

test('a page names its sentences at once; what is no page, and a refusal, do not', async () => {
	const named = (await answerTo({ 'x-sveltekit-page': 'true', link: '<a.css>; rel="preload"' })).headers.get(
		'link'
	);
	expect(named).toMatch(
		/^<a\.css>; rel="preload", <[^>]*en[^>]*json[^>]*>; rel="preload"; as="fetch"; crossorigin$/
	);
	expect((await answerTo({ 'content-type': 'text/html' })).headers.has('link')).toBe(false);
});

test('pages may frame containers, as the configuration says', async () => {
	expect(await policyOf(POLICY)).toBe(POLICY);
});

test('an operator who switches containers off takes them out of every page’s policy', async () => {
	vi.stubEnv('WEBCONTAINERS', 'off');
	expect(await policyOf(POLICY)).toBe("frame-src 'self'");
	expect(await policyOf(null)).toBeNull();
});

test('the server does not start with a wrong value', async () => {
	vi.stubEnv('ENGINES', 'quick');
	await expect(init()).rejects.toThrow('ENGINES names "quick"');
});

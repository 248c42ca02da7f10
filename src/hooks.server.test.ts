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

/** The policy of a page, after our part of the answer. */
async function policyOf(answer: string | null): Promise<string | null> {
	const event = {
		url: new URL('https://site.test/en'),
		cookies: { get: () => 'en', set: () => undefined },
		request: new Request('https://site.test/en'),
		locals: {}
	} as unknown as Parameters<Handle>[0]['event'];
	const headers = answer === null ? undefined : { 'content-security-policy': answer };
	const response = await handle({ event, resolve: async () => new Response('page', { headers }) });
	return response.headers.get('content-security-policy');
}

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

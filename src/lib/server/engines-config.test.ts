import { expect, test } from 'vitest';
import svelteConfig from '../../../svelte.config.js';
import { CONTAINER_ORIGINS, engineConfig, withoutContainers } from './engines-config.ts';

test('without variables every engine is on, without a key and without an order', () => {
	expect(engineConfig({})).toEqual({
		webcontainer: { enabled: true, apiKey: null },
		remote: { enabled: true },
		prefer: []
	});
});

test('an operator switches engines off, gives a key and an order', () => {
	const env = {
		WEBCONTAINERS: 'off',
		REMOTE_ENGINE: ' off ',
		WEBCONTAINER_API_KEY: 'wc_api_name_1',
		ENGINES: 'remote, webcontainer,remote'
	};
	expect(engineConfig(env)).toEqual({
		webcontainer: { enabled: false, apiKey: 'wc_api_name_1' },
		remote: { enabled: false },
		prefer: ['remote', 'webcontainer']
	});
});

test.each([
	[{ WEBCONTAINERS: 'no' }, /WEBCONTAINERS is "no"/],
	[{ REMOTE_ENGINE: 'true' }, /REMOTE_ENGINE is "true"/],
	[{ ENGINES: 'remote,wasm' }, /ENGINES names "wasm"/],
	[{ ENGINES: 'native' }, /ENGINES names "native"/],
	[{ WEBCONTAINER_API_KEY: 'a key' }, /WEBCONTAINER_API_KEY/]
])('a wrong value stops the start and is named: %o', (env, message) => {
	expect(() => engineConfig(env)).toThrow(message);
});

test('the policy of the pages allows the frames of containers, and nothing else of them', () => {
	const { directives } = svelteConfig.kit!.csp!;
	expect(directives!['frame-src']).toEqual(['self', ...CONTAINER_ORIGINS]);
	const elsewhere = Object.entries(directives!).filter(([name]) => name !== 'frame-src');
	expect(JSON.stringify(elsewhere)).not.toMatch(/stackblitz|webcontainer/);
});

test('switched off, nothing of containers is left in the policy', () => {
	const policy = `default-src 'self'; frame-src 'self' ${CONTAINER_ORIGINS.join(' ')}; object-src 'none'`;
	expect(withoutContainers(policy)).toBe("default-src 'self'; frame-src 'self'; object-src 'none'");
});

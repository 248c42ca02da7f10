import type { EngineId } from '../engines/engine.ts';

/** The engines among which an operator may order: where an exercise needs another one, there is no choice. */
const ORDERABLE = ['worker', 'dom', 'webcontainer', 'remote'] as const satisfies readonly EngineId[];

/**
 * Where WebContainers come from: the client's frame (`DEFAULT_EDITOR_ORIGIN` of @webcontainer/api), and the addresses of
 * the servers that run in them, with the API and in the service's own editor. Listed in svelte.config.js too, which
 * cannot import this file; a test compares them.
 */
export const CONTAINER_ORIGINS: readonly string[] = [
	'https://stackblitz.com',
	'https://*.webcontainer-api.io',
	'https://*.webcontainer.io'
];

/** What an operator decides about engines. `prefer`: best first; what is not in it comes after. */
export interface EnginesConfig {
	webcontainer: { enabled: boolean; apiKey: string | null };
	remote: { enabled: boolean };
	prefer: EngineId[];
}

type Environment = Readonly<Record<string, string | undefined>>;

function readSwitch(env: Environment, name: string): boolean {
	const value = env[name]?.trim() || 'on';
	if (value !== 'on' && value !== 'off') throw new Error(`${name} is "${value}": it must be "on" or "off"`);
	return value === 'on';
}

function readOrder(env: Environment): EngineId[] {
	const names = (env.ENGINES ?? '').split(',').map((name) => name.trim());
	return [...new Set(names.filter((name) => name !== ''))].map((name) => {
		const id = ORDERABLE.find((known) => known === name);
		if (!id) throw new Error(`ENGINES names "${name}": it may name ${ORDERABLE.join(', ')}`);
		return id;
	});
}

/**
 * Reads WEBCONTAINERS, WEBCONTAINER_API_KEY, REMOTE_ENGINE and ENGINES; see docs/engines.md. Throws an error that
 * names the variable where a value is wrong: call it at start.
 */
export function engineConfig(env: Environment = process.env): EnginesConfig {
	const apiKey = env.WEBCONTAINER_API_KEY?.trim() || null;
	if (apiKey !== null && !/^[\w.-]+$/.test(apiKey))
		throw new Error('WEBCONTAINER_API_KEY must be letters, digits, ".", "-" and "_"');
	return {
		webcontainer: { enabled: readSwitch(env, 'WEBCONTAINERS'), apiKey },
		remote: { enabled: readSwitch(env, 'REMOTE_ENGINE') },
		prefer: readOrder(env)
	};
}

/** A page's security policy without the origins of WebContainers: where the operator switched them off. */
export function withoutContainers(policy: string): string {
	return CONTAINER_ORIGINS.reduce((rest, origin) => rest.replaceAll(` ${origin}`, ''), policy);
}

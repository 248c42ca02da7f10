import { json } from '@sveltejs/kit';
import { endpoint } from '$lib/server/guard/endpoint';
import { collectVitestTypes } from '../../../../scripts/vitest-types.mjs';
import type { RequestEvent } from './$types';

export const prerender = true;

/** Vitest's types for the editor, asked for when a file imports `vitest`. */
export const GET = endpoint<null, RequestEvent>(
	{ who: 'everybody', from: 'anywhere', rate: null, nothing: null },
	async () => json(await collectVitestTypes())
);

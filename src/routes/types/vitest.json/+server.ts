import { json } from '@sveltejs/kit';
import { collectVitestTypes } from '../../../../scripts/vitest-types.mjs';

export const prerender = true;

/** Vitest's types for the editor, asked for when a file imports `vitest`. */
export const GET = async () => json(await collectVitestTypes());

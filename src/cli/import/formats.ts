import type { ImportFormat } from './format.ts';

/** Format → how to load it. */
export const FORMATS: Readonly<Record<string, () => Promise<ImportFormat>>> = {
	exercism: async () => (await import('./exercism/format.ts')).exercismFormat,
	jest: async () => (await import('./jest/format.ts')).jestFormat,
	workshopper: async () => (await import('./workshopper/format.ts')).workshopperFormat,
	dodona: async () => (await import('./dodona/format.ts')).dodonaFormat
};

import { expect, test } from 'vitest';
import type { CompiledSuite, PublicExercise } from '../../contract/exercise.ts';
import { stationParts } from './station-parts.ts';

/** Text that does not compress to nothing. */
const text = (length: number): string =>
	Array.from({ length }, (_, at) => ((at * 7919) % 9973).toString(36)).join('');
const catalog = (suiteLength: number) => ({
	publicExercise: async (id: string) =>
		id === 'p/gone'
			? null
			: ({
					id,
					hash: 'h',
					need: 'dom',
					hasExamples: false,
					briefHtml: text(500)
				} as unknown as PublicExercise),
	suite: async (_id: string, kind: string) =>
		kind === 'hidden' ? ({ code: text(suiteLength), secret: 1 } as unknown as CompiledSuite) : null
});

test('of a station it says what to ask for and how heavy that is, and nothing of its suites', async () => {
	const [light] = await stationParts(catalog(100), ['p/one', 'p/gone'], 'fr');
	const [heavy, ...none] = await stationParts(catalog(5000), ['p/one', 'p/gone'], 'fr');
	expect(none).toEqual([]);
	expect(light).toEqual({ id: 'p/one', hash: 'h', need: 'dom', examples: false, bytes: expect.any(Number) });
	expect(heavy!.bytes - light!.bytes).toBeGreaterThan(2000);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exerciseManifest, messagesFile, wrongManifest } from '../contract/exercise.ts';
import { mapFile } from '../contract/map.ts';

const SCHEMAS = {
	exercise: exerciseManifest,
	wrong: wrongManifest,
	messages: messagesFile,
	map: mapFile
};

/** `input`: what a coach writes, where fields with a default may be left out. */
async function generate(file: string, schema: z.ZodType): Promise<string> {
	const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
	return format(text, { ...(await resolveConfig(file)), parser: 'json' });
}

test.each(Object.entries(SCHEMAS))(
	'exercises/%s.schema.json is the contract’s schema',
	async (name, schema) => {
		const file = `exercises/${name}.schema.json`;
		const expected = await generate(file, schema);
		if (process.env.UPDATE_SCHEMAS === '1') writeFileSync(file, expected);
		expect(readFileSync(file, 'utf8'), 'Run npm run schemas').toBe(expected);
	}
);

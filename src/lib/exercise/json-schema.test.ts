import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { messagesFile } from '../contract/exercise.ts';
import { mapFile } from '../contract/map.ts';
import { kinds } from '../kinds/kinds.ts';

const manifests = kinds.all.map(({ folder }) => folder.manifest);
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
	exercise: manifests.length === 1 ? kinds.first.folder.manifest : z.union(manifests),
	...Object.fromEntries(kinds.all.flatMap(({ files }) => files.map(({ name, schema }) => [name, schema]))),
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

import { z } from 'zod';
import { messagesFile } from '../src/lib/contract/exercise.ts';
import { LOCALES } from '../src/lib/contract/locale.ts';
import { mapFile } from '../src/lib/contract/map.ts';
import { kinds } from '../src/lib/kinds/kinds.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/** The files that a coach writes as JSON, in the order of the guide. */
const FILES: readonly (readonly [heading: string, schema: z.ZodType])[] = [
	...kinds.all.flatMap(({ name, folder, files }): [string, z.ZodType][] => [
		[kinds.all.length === 1 ? 'exercise.json' : `exercise.json of the kind "${name}"`, folder.manifest],
		...files.map(({ heading, schema }): [string, z.ZodType] => [heading, schema])
	]),
	['messages.fr.json, messages.nl.json', messagesFile],
	['map.json', mapFile]
];

const WIDTH = 118;

const asSchema = (value: unknown): Schema | undefined =>
	typeof value === 'object' && value !== null ? (value as Schema) : undefined;

const isLocalized = ({ properties = {} }: Schema): boolean =>
	Object.keys(properties).join() === LOCALES.join();

function numberRange({ minimum, maximum }: Schema): string {
	if (minimum !== undefined && maximum !== undefined) return `a whole number, ${minimum} to ${maximum}`;
	return 'a whole number';
}

/** What may stand there, in words. */
function kindOf(schema: Schema): string {
	if (schema.const !== undefined) return `always \`${JSON.stringify(schema.const)}\``;
	if (schema.enum) return schema.enum.map((one) => `\`${JSON.stringify(one)}\``).join(', ');
	if (isLocalized(schema)) return `text in ${LOCALES.map((locale) => `\`${locale}\``).join(', ')}`;
	if (schema.type === 'array') {
		const items = asSchema(schema.items);
		return items?.enum ? `a list of ${kindOf(items)}` : 'a list';
	}
	if (schema.type === 'integer') return numberRange(schema);
	if (schema.type === 'boolean') return '`true` or `false`';
	return schema.type === 'string' ? 'text' : 'an object';
}

/** One field a line, but those that are always the same; what an entry of a list or a part of an object holds comes indented below it. */
function fieldLines(schema: Schema, depth: number): string[] {
	const required = new Set(schema.required ?? []);
	return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
		const field = asSchema(value);
		if (!field || ['$schema', 'version'].includes(name)) return [];
		const needed = required.has(name) ? '' : ', may be left out';
		const about = field.description ?? asSchema(field.items)?.description ?? '';
		const line = `- \`${name}\` (${kindOf(field)}${needed})${about === '' ? '' : `: ${about}`}`;
		const inner = field.type === 'array' ? asSchema(field.items) : field;
		return [
			...wrapped(line, depth),
			...(inner?.properties && !isLocalized(inner) ? fieldLines(inner, depth + 1) : [])
		];
	});
}

function wrapped(text: string, depth: number): string[] {
	const margin = '  '.repeat(depth);
	const lines = [margin];
	for (const word of text.split(' ')) {
		const last = lines.at(-1) ?? '';
		const isFresh = last.trim() === '';
		if (!isFresh && last.length + 1 + word.length > WIDTH) lines.push(`${margin}  ${word}`);
		else lines[lines.length - 1] = isFresh ? last + word : `${last} ${word}`;
	}
	return lines;
}

/** The reference of every JSON file of an exercise, as Markdown, from the contract's schemas. */
export function authorReference(): string {
	return FILES.map(([heading, schema]) => {
		const description = z.toJSONSchema(schema, { io: 'input' });
		return [`### ${heading}`, '', ...fieldLines(description, 0), ''].join('\n');
	}).join('\n');
}

const BEGIN = '<!-- From the contract, by "npm run schemas": do not edit -->';
const END = '<!-- End of what is made from the contract -->';

/** The authors' guide with its reference as it is today. Throws where the guide has lost the marks around it. */
export function withReference(guide: string): string {
	const [from, to] = [guide.indexOf(BEGIN), guide.indexOf(END)];
	if (from < 0 || to < from) throw new Error(`The guide has no place for its reference: ${BEGIN} … ${END}`);
	return `${guide.slice(0, from + BEGIN.length)}\n\n${authorReference()}\n${guide.slice(to)}`;
}

import { Composer, CST, isNode, Lexer, Parser, visit, YAMLError, type Document } from 'yaml';
import { lineAt } from '../../../lib/exercise/line-at.ts';

/** What is not read; the message says what and where. */
export class YamlNotRead extends Error {}

/** More than any test plan has. */
const MAX_CHARS = 100_000;
/**
 * A test plan nests nine deep. Everything after the parser calls itself for each level, and a regular expression that is
 * compiled where the stack ends takes the whole process with it: there is nothing to catch.
 */
const MAX_DEPTH = 50;

/** Throws `YamlNotRead` for a key that stands twice in one map. */
function refuseDuplicates(document: Document, text: string): void {
	visit(document, {
		Map(_, { items }) {
			const seen = new Set<string>();
			for (const { key } of items) {
				const name = String(key);
				if (seen.has(name)) {
					const line = lineAt(text, isNode(key) ? (key.range?.[0] ?? 0) : 0);
					throw new YamlNotRead(`line ${line} has the key "${name.slice(0, 100)}" a second time`);
				}
				seen.add(name);
			}
		}
	});
}

/**
 * What a test plan does not use: it would be guessed what the judge makes of it. Each alias can stand for a list of
 * aliases: a few lines become gigabytes.
 */
const UNCOMMON: ReadonlySet<string | null> = new Set(['alias', 'anchor', 'tag']);

/** The syntax tree, piece by piece. Throws `YamlNotRead` as soon as it is too deep, or has what no plan uses. */
function* readSyntax(text: string): Generator<CST.Token, void> {
	const parser = new Parser();
	let before = '';
	for (const lexeme of new Lexer().lex(text)) {
		// After this mark comes a text, which may begin with anything.
		if (before !== CST.SCALAR && UNCOMMON.has(CST.tokenType(lexeme)))
			throw new YamlNotRead(`line ${lineAt(text, parser.offset)} uses "${lexeme.slice(0, 100)}"`);
		before = lexeme;
		yield* parser.next(lexeme);
		if (parser.stack.length > MAX_DEPTH) throw new YamlNotRead('it is nested too deeply');
	}
	yield* parser.end();
}

/**
 * Reads a test plan: one document of maps, lists and scalars. Throws `YamlNotRead` for what is no YAML, is too large, and
 * for anchors, aliases and tags.
 */
export function readYaml(text: string): unknown {
	if (text.length > MAX_CHARS) throw new YamlNotRead(`it has more than ${MAX_CHARS} characters`);
	try {
		const composer = new Composer({
			prettyErrors: false,
			// Theirs compares each key with each other one.
			uniqueKeys: false
		});
		const [document, second] = composer.compose(readSyntax(text), true, text.length);
		if (second) throw new YamlNotRead('it holds several documents');
		const [error] = document?.errors ?? [];
		if (error) throw error;
		if (document) refuseDuplicates(document, text);
		return document?.toJS({ maxAliasCount: 0 }) ?? null;
	} catch (error) {
		if (error instanceof YAMLError)
			throw new YamlNotRead(`line ${lineAt(text, error.pos[0])} cannot be read: ${error.message}`);
		throw error;
	}
}

import { Composer, isAlias, isMap, isNode, Lexer, Parser, visit, YAMLError } from 'yaml';
import type { CST, Document, Node } from 'yaml';

/** What is not read; the message says what and where. */
export class YamlNotRead extends Error {}

/** More than any test plan has. */
const MAX_CHARS = 200_000;
/**
 * A test plan nests nine deep. Everything after the parser calls itself for each level, and a regular expression that is
 * compiled where the stack ends takes the whole process with it: there is nothing to catch.
 */
const MAX_DEPTH = 50;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Throws `YamlNotRead` for what a test plan does not use: it would be guessed what the judge makes of it. */
function refuseUncommon(document: Document, text: string): void {
	const refuse = (node: Node, what: string): never => {
		throw new YamlNotRead(`line ${lineAt(text, node.range?.[0] ?? 0)} ${what}`);
	};
	visit(document, (_, node) => {
		if (!isNode(node)) return;
		// Each alias can stand for a list of aliases: a few lines become gigabytes.
		if (isAlias(node)) refuse(node, `uses "*${node.source}"`);
		if ('anchor' in node && node.anchor) refuse(node, `uses "&${node.anchor}"`);
		if (node.tag) refuse(node, `uses "${node.tag}"`);
		if (!isMap(node)) return;
		const seen = new Set<string>();
		for (const { key } of node.items) {
			const name = String(key);
			if (seen.has(name) && isNode(key)) refuse(key, `has the key "${name.slice(0, 100)}" a second time`);
			seen.add(name);
		}
	});
}

/** The syntax tree, piece by piece. Throws `YamlNotRead` as soon as it is too deep. */
function* readSyntax(text: string): Generator<CST.Token, void> {
	const parser = new Parser();
	for (const lexeme of new Lexer().lex(text)) {
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
		if (document) refuseUncommon(document, text);
		return document?.toJS({ maxAliasCount: 0 }) ?? null;
	} catch (error) {
		if (error instanceof YAMLError)
			throw new YamlNotRead(`line ${lineAt(text, error.pos[0])} cannot be read: ${error.message}`);
		throw error;
	}
}

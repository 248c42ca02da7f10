import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
	/** A path from the root for our own files, else what was written: "zod", "node:fs", "$app/state". */
	target: string;
	line: number;
	/** Leaves nothing behind when types are removed. */
	typeOnly: boolean;
	dynamic: boolean;
}

export interface SourceFile {
	/** From the root, with `/`. */
	path: string;
	lines: number;
	imports: readonly Import[];
}

const SOURCE = /\.(?:ts|js|mjs|svelte)$/;
const isGenerated = (path: string): boolean =>
	/(?:^|\/)(?:node_modules|fixtures|build|\.\w[^/]*)(?:\/|$)/.test(path);

/** The paths of all files below a folder, from the root. */
export function listFiles(folder: string): string[] {
	if (!statSync(join(ROOT, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((path) => posix.join(folder, path.replaceAll('\\', '/')))
		.filter((path) => !isGenerated(path) && statSync(join(ROOT, path)).isFile());
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A component's scripts, at the lines where they stand. */
function scriptsOf(text: string): string {
	let from = 0;
	let result = '';
	for (const { 0: whole, 1: head = '', 2: body = '', index } of text.matchAll(
		/(<script[^>]*>)([\s\S]*?)<\/script>/g
	)) {
		result += text.slice(from, index).replace(/[^\n]/g, '') + head.replace(/[^\n]/g, '') + body;
		from = index + whole.length;
	}
	return result;
}

/** "$lib/x" and "./x" as paths from the root; also without an extension, and "./x.js" for x.ts. */
function resolveTarget(specifier: string, importer: string): string {
	let target: string | null = null;
	if (specifier.startsWith('$lib/')) target = posix.join('src/lib', specifier.slice('$lib/'.length));
	if (specifier.startsWith('.')) target = posix.join(posix.dirname(importer), specifier);
	if (target === null) return specifier;
	const plain = target.replace(/\?.*$/, '');
	const candidates = ['', '.ts', '.js', '/index.ts'].map((end) => plain + end);
	return candidates.find((path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile()) ?? plain;
}

function importsOf(path: string, text: string): Import[] {
	const source = ts.createSourceFile(
		path,
		path.endsWith('.svelte') ? scriptsOf(text) : text,
		ts.ScriptTarget.Latest
	);
	const found: Import[] = [];
	const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean, dynamic: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
		found.push({ target: resolveTarget(specifier.text, path), line, typeOnly, dynamic });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) {
			const clause = node.importClause;
			const names =
				clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
			const onlyTypes = !clause?.name && names.length > 0 && names.every((name) => name.isTypeOnly);
			add(
				node,
				node.moduleSpecifier,
				clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes,
				false
			);
		} else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly, false);
		else if (ts.isImportTypeNode(node)) {
			add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true, false);
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			add(node, node.arguments[0], false, true);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Every source file of ours below some folders, with what it imports. */
export function readSources(...folders: readonly string[]): SourceFile[] {
	return folders
		.flatMap(listFiles)
		.filter((path) => SOURCE.test(path))
		.map((path) => {
			const text = readText(path);
			return { path, lines: countLines(text), imports: importsOf(path, text) };
		});
}

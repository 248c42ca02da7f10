import type { Message } from 'esbuild';
import type { Diagnostic, DiagnosticCode, SourceLocation } from '../contract/diagnostic.ts';
import type { FileMap } from '../contract/exercise.ts';
import { cutText } from './cut-text.ts';
import { fileOf } from '../contract/script-file.ts';
import { refineError } from './typed/refine-error.ts';
import { createReader } from './typed/source-text.ts';
import { placeAt } from './place-at.ts';

/** A part of a source in a message: in double quotes, as Go writes a text. */
const QUOTED = String.raw`"((?:[^"\\]|\\.)+)"`;

/** esbuild 0.28.2's common errors. The order counts: the first that matches names it. */
const KNOWN: readonly { code: DiagnosticCode; pattern: RegExp; names: readonly string[] }[] = [
	{ code: 'unexpected-end', pattern: /^Unexpected end of file/, names: [] },
	{ code: 'unexpected-end', pattern: /but found end of file$/, names: [] },
	{
		code: 'expected-token',
		pattern: new RegExp(`^Expected ${QUOTED} but found ${QUOTED}`),
		names: ['expected', 'found']
	},
	{ code: 'unterminated-string', pattern: /^Unterminated string literal/, names: [] },
	{ code: 'unclosed-template', pattern: /^Unterminated template literal/, names: [] },
	{ code: 'already-declared', pattern: /^The symbol "(.+?)" has already been declared/, names: ['name'] },
	{
		code: 'assign-to-constant',
		pattern: /^Cannot assign to "(.+?)" because it is a constant/,
		names: ['name']
	},
	{ code: 'assign-to-constant', pattern: /^Cannot assign to import "(.+?)"/, names: ['name'] },
	{
		code: 'missing-export',
		pattern: /^No matching export in "(?:.*?:)?(.+?)" for import "(.+?)"/,
		names: ['file', 'name']
	},
	{ code: 'await-outside-async', pattern: /^"await" can only be used inside an "async" function/, names: [] },
	{ code: 'return-outside-function', pattern: /^Top-level return cannot be used/, names: [] },
	{ code: 'const-without-value', pattern: /^The constant "(.+?)" must be initialized/, names: ['name'] },
	{ code: 'wrong-side', pattern: /^Invalid assignment target/, names: [] },
	{ code: 'invalid-name', pattern: new RegExp(`^Expected identifier but found ${QUOTED}`), names: ['found'] },
	{
		code: 'unexpected-token',
		pattern: new RegExp(`^(?:Unexpected|Syntax error) ${QUOTED}`),
		names: ['found']
	}
];

/** What esbuild quotes, as it stood in the source. */
const unquote = (quoted: string): string => quoted.replace(/\\(["\\])/g, '$1');

/** esbuild counts columns in bytes of UTF-8; editors in UTF-16 units. */
function toUtf16(line: string, bytes: number): number {
	let left = bytes;
	let units = 0;
	for (const character of line) {
		if (left <= 0) break;
		const point = character.codePointAt(0) ?? 0;
		left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
		units += character.length;
	}
	return units;
}

/**
 * esbuild has one message for a text and for a template that do not end; of a template it knows only the end of the
 * file. Returns where the template begins, or null for an ordinary text.
 */
function openTemplate(text: string, line: number): Pick<SourceLocation, 'line' | 'column'> | null {
	const lines = text.split('\n');
	if (line < lines.length || text.split('`').length % 2 === 1) return null;
	const start = placeAt(text, text.lastIndexOf('`'));
	return { line: start.line, column: start.column + 1 };
}

interface PluginDetail {
	code: DiagnosticCode;
	params: Record<string, string>;
}
const isDetail = (detail: unknown): detail is PluginDetail =>
	typeof detail === 'object' && detail !== null && 'code' in detail && 'params' in detail;

/** Errors, or warnings, of a compilation that are told: nobody reads more, and each can be long. */
export const MAX_DIAGNOSTICS = 20;
/** Characters of a message: it can quote a name, and a name can be as long as the file. */
const MESSAGE_CHARS = 500;
const NAME_CHARS = 100;
export const cutName = (name: string): string => cutText(name, NAME_CHARS);
export const cutMessage = (text: string): string => cutText(text, MESSAGE_CHARS);

/** After these the compiler read on as if it were another language: what it says next means nothing. */
const MISREAD: readonly (DiagnosticCode | null)[] = [
	'html-in-script',
	'typescript',
	'wrong-sign',
	'chained-comparison'
];

/** Messages of esbuild as the contract's diagnostics: the mistakes that were typed, where they are known ones. */
export function describeMessages(
	messages: readonly Message[],
	severity: Diagnostic['severity'],
	files: FileMap
): Diagnostic[] {
	const read = createReader(files);
	const all = messages.map((message) => {
		const module = message.location?.file.replace(/^learner:/, '') ?? '';
		return refineError(translate(message, severity, files), module, files, read);
	});
	const [first] = all;
	return first && MISREAD.includes(first.code) ? [first] : all;
}

/** The same for what is found in a learner's modules after esbuild has read them: `file` is the module, as it is there. */
export function refineFound(found: readonly Diagnostic[], files: FileMap): Diagnostic[] {
	const read = createReader(files);
	return found.map((diagnostic) => {
		const { location } = diagnostic;
		if (!location) return diagnostic;
		const inFile = { ...diagnostic, location: { ...location, file: fileOf(location.file) } };
		return refineError(inFile, location.file, files, read);
	});
}

/** One message in the contract's words. */
function translate(message: Message, severity: Diagnostic['severity'], files: FileMap): Diagnostic {
	const { location } = message;
	const text = cutMessage(message.text);
	let code: DiagnosticCode | null = null;
	let params: Record<string, string> = {};
	if (isDetail(message.detail)) {
		const given = Object.entries(message.detail.params);
		code = message.detail.code;
		params = Object.fromEntries(given.map(([name, value]) => [name, cutName(value)]));
	} else {
		for (const known of KNOWN) {
			const match = known.pattern.exec(message.text);
			if (!match) continue;
			code = known.code;
			params = Object.fromEntries(
				known.names.map((name, index) => [name, cutName(unquote(match[index + 1] ?? ''))])
			);
			break;
		}
	}
	const file = fileOf(location?.file.replace(/^learner:/, '') ?? '');
	if (!location || !Object.hasOwn(files, file)) return { severity, text, code, params, location: null };
	const template = code === 'unterminated-string' ? openTemplate(files[file] ?? '', location.line) : null;
	if (template) {
		return { severity, text, code: 'unclosed-template', params, location: { file, ...template, length: 1 } };
	}
	const column = toUtf16(location.lineText, location.column);
	const end = toUtf16(location.lineText, location.column + location.length);
	return {
		severity,
		text,
		code,
		params,
		location: { file, line: location.line, column: column + 1, length: Math.max(1, end - column) }
	};
}

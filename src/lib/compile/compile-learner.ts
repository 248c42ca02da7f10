import type { Message } from 'esbuild';
import type { Diagnostic, DiagnosticCode } from '../contract/diagnostic.ts';
import { fileOf } from '../contract/script-file.ts';
import type { PlantedProgram } from '../contract/tested-program.ts';
import { checkScripts, isScript, loaderOf, meaning, type LearnerScripts } from './check-scripts.ts';
import type { CompileResult, LearnerSource } from './compiler.ts';
import { cutName, describeMessages, MAX_DIAGNOSTICS, refineFound } from './describe-message.ts';
import type { Esbuild } from './esbuild-port.ts';
import { linkLearner, type LearnerFile } from './link-learner.ts';
import { MAX_SCRIPTS, pageScripts, type PageScript } from './page-scripts.ts';
import { typedWarnings } from './typed/typed-warnings.ts';

/** Characters in all of a learner's files: far more than anyone types, little enough to compile at once. */
export const MAX_SOURCE_CHARS = 200_000;

/** What is wrong with a source as a whole: no place in a file can be named. */
const refused = (code: DiagnosticCode, text: string, params: Diagnostic['params'] = {}): CompileResult => ({
	ok: false,
	diagnostics: [{ severity: 'error', text, code, params, location: null }]
});

/** What a learner is told whose code takes the compiler too long, too much memory, or is its end. */
export const tooHardToCompile = (): CompileResult =>
	refused('too-hard-to-compile', 'The compiler gave up: the code takes it too long, or too much memory');

/** The files and the scripts of pages that run, as what they run. A file may be both. */
function scriptsOf({ files }: LearnerSource, scripts: readonly PageScript[]): LearnerScripts {
	const modules = new Map<string, string>();
	const classic = new Map<string, string>();
	for (const { path, inline, module } of scripts)
		(module ? modules : classic).set(path, inline ?? files[fileOf(path)] ?? '');
	for (const [path, text] of Object.entries(files))
		if (isScript(path) && !classic.has(`${path}?0`)) modules.set(path, text);
	return { modules, classic };
}

/** What is linked: of a file that a page runs as a classic script, also a module, for a suite that imports it. */
const linkable = ({ files }: LearnerSource, { modules, classic }: LearnerScripts): LearnerFile[] => [
	...Object.entries(files).map(([path, text]): LearnerFile => ({
		path,
		text,
		loader: loaderOf(path),
		root: modules.has(path) ? true : classic.has(`${path}?0`) ? 'perhaps' : false
	})),
	...[...modules]
		.filter(([path]) => !Object.hasOwn(files, path))
		.map(([path, text]): LearnerFile => ({ path, text, loader: 'js', root: true })),
	...[...classic].map(([path, text]): LearnerFile => ({
		path,
		text,
		loader: loaderOf(fileOf(path)) === 'ts' ? 'ts' : 'js',
		root: true,
		classic: true
	}))
];

/** A page that names a script that is not there. */
const missingScripts = (pages: ReadonlyMap<string, PageScript[]>, { files }: LearnerSource): Diagnostic[] =>
	[...pages].flatMap(([file, scripts]) =>
		scripts
			.filter(({ path, inline }) => {
				const named = fileOf(path);
				return inline === null && !(isScript(named) && Object.hasOwn(files, named));
			})
			.map(({ src, line, column }): Diagnostic => {
				const name = cutName(src ?? '');
				const text = `Could not resolve "${name}": the page's script is not one of your files`;
				return {
					severity: 'error',
					text,
					code: 'missing-file',
					params: { name },
					location: { file, line, column, length: '<script'.length }
				};
			})
	);

/** The module that a message is about, as it is named there. */
const moduleOf = ({ location }: Message): string => location?.file.replace(/^learner:/, '') ?? '';

/** The learner's program with bugs in it; null where it has none. What plants them is loaded only here: few exercises need it. */
async function plant(
	esbuild: Esbuild,
	source: LearnerSource,
	plants: readonly string[]
): Promise<PlantedProgram | null> {
	const { plantBugs } = await import('./plant-bugs.ts');
	const own = Object.entries(source.files).filter(([path]) => plants.includes(path));
	return plantBugs(Object.fromEntries(own), async (files) => {
		const modules = Object.entries(files).map(([path, text]): LearnerFile => ({
			path,
			text,
			loader: 'js',
			root: true
		}));
		const { code, refused } = await linkLearner(esbuild, modules, {
			lowerFields: false,
			resolve: (importer, specifier) => meaning(source, importer, specifier)
		});
		return refused.length > 0 ? null : code;
	});
}

/**
 * Compiles a learner's files to one script (see `LearnerScript`), or says what is wrong with them, with file, line and
 * column. In a page, a script with an error stops only itself: the result is `ok`, with errors among its warnings.
 * The same esbuild version in the page and on the server gives the same answers.
 */
export async function compileLearner(esbuild: Esbuild, source: LearnerSource): Promise<CompileResult> {
	const size = Object.values(source.files).reduce((sum, text) => sum + text.length, 0);
	if (size > MAX_SOURCE_CHARS) {
		const text = `The files are too large together: ${size} characters, ${MAX_SOURCE_CHARS} at most`;
		return refused('too-large', text, { size: String(size), most: String(MAX_SOURCE_CHARS) });
	}
	const { files } = source;
	const pages = source.need === 'dom' ? pageScripts(files) : new Map<string, PageScript[]>();
	const inPages = [...pages.values()].flat();
	if (inPages.length > MAX_SCRIPTS) {
		const most = String(MAX_SCRIPTS);
		return refused('too-many-scripts', `There are more than ${most} scripts in the pages`, { most });
	}
	const missing = missingScripts(pages, source);
	if (missing.length > 0) return { ok: false, diagnostics: missing.slice(0, MAX_DIAGNOSTICS) };

	const scripts = scriptsOf(source, inPages);
	const link = (broken?: ReadonlyMap<string, Diagnostic>) =>
		linkLearner(esbuild, linkable(source, scripts), {
			lowerFields: source.need === 'dom',
			...(broken ? { broken } : {}),
			resolve: (importer, specifier) => meaning(source, importer, specifier)
		});
	const checking = checkScripts(esbuild, source, scripts);
	// Beside it: esbuild works in another thread or process. What it refuses is told in its words, whatever the linker says.
	const linking = link();
	linking.catch(() => {});
	const checked = await checking;
	const errors = checked.errors.slice(0, MAX_DIAGNOSTICS);
	const told = describeMessages(errors, 'error', files);
	if (told.length > 0 && (pages.size === 0 || errors.some(({ location }) => !location)))
		return { ok: false, diagnostics: told };

	// It read on where esbuild had refused something, and may have met the same.
	let linked = await linking.catch((error: unknown) => {
		if (errors.length === 0) throw error;
		return null;
	});
	const found = refineFound(
		(linked?.refused ?? []).filter(
			({ location }) => !errors.some((error) => moduleOf(error) === location?.file)
		),
		files
	).slice(0, MAX_DIAGNOSTICS);
	if (found.length > 0 && pages.size === 0) return { ok: false, diagnostics: found };

	const broken = new Map<string, Diagnostic>();
	// All of them, however many are told: a script that is not told of is broken just the same.
	for (const error of new Map(checked.errors.toReversed().map((one) => [moduleOf(one), one])).values())
		for (const one of describeMessages([error], 'error', files)) broken.set(moduleOf(error), one);
	if (broken.size > 0 || !linked) linked = await link(broken);
	const planted = source.plants && broken.size === 0 ? await plant(esbuild, source, source.plants) : null;
	const script = {
		...(planted && { planted }),
		code: linked.code,
		map: linked.map,
		pages: Object.fromEntries([...pages].map(([page, all]) => [page, all.map(({ path }) => path)]))
	};
	const warnings = describeMessages(checked.warnings.slice(0, MAX_DIAGNOSTICS), 'warning', files);
	return { ok: true, script, warnings: [...told, ...found, ...warnings, ...typedWarnings(files)] };
}

/** What a learner's module imports from: a file of the learner's, one that the suite may replace, or none of both. */
export interface ModuleSource {
	kind: 'file' | 'mockable' | 'given';
	/** Path of the file; "node:fs", "npm:slugify". */
	name: string;
}

/** What a module's body gives before it begins: the values of its exports, read when they are asked for. */
export type Exported = Readonly<Record<string, () => unknown>>;

/** `import()`: of a source by its number, or by the name that the program has put together. */
type Load = (source: number | string) => Promise<unknown>;

/** `as`: the module as it is written; `line` and `column` from 1, in the learner's file. */
export interface AskedName {
	source: number;
	as: string;
	name: string;
	line: number;
	column: number;
}

interface ModuleShape {
	format: 'module';
	sources: readonly ModuleSource[];
	/** Name in the module, number of its source, name of the export there; `*` is all of it. */
	imports: readonly (readonly [local: string, source: number, imported: string])[];
	/** The same for what is exported without a name in the module. */
	passedOn: readonly (readonly [exported: string, source: number, imported: string])[];
	/** Numbers of sources of which every export is exported. */
	stars: readonly number[];
	/** Sources of `import()`. */
	later: readonly ModuleSource[];
	/** Whether the default export has no name of its own. */
	unnamed: boolean;
	/** Names that are asked of sources that are no files, and where: what these export is known only when it is linked. */
	asked?: readonly AskedName[];
	/** Names that classic scripts of its page may declare: its `page` has them. */
	foreign?: readonly string[];
	/** Of a page's module: the names at its top. */
	declares?: readonly string[];
}

/**
 * A learner's ECMAScript module. `body` gives what it exports before its first statement: functions are there then, and
 * everything else throws, as the language wants it, until it is reached. `waits`: it has an `await` at its top.
 */
export type LinkedModule = ModuleShape &
	(
		| { waits: false; body: (imports: object, load: Load, page: object) => Generator<Exported, void, void> }
		| {
				waits: true;
				/** Of its exports: what they are is given when it begins. */
				names: readonly string[];
				body: (
					imports: object,
					load: Load,
					page: object,
					begin: (exported: Exported) => void
				) => Promise<void>;
		  }
	);

/** A learner's CommonJS module. */
export interface CommonModule {
	format: 'commonjs';
	/** Specifier as it is written → what it means. */
	requires: Readonly<Record<string, ModuleSource>>;
	later: readonly ModuleSource[];
	body: (
		exports: object,
		require: (specifier: string) => unknown,
		module: { exports: unknown },
		load: Load,
		filename: string,
		dirname: string
	) => void;
}

/** A file that is no program: its default export is its value, or its text. */
export interface DataModule {
	format: 'json' | 'text';
	text: string;
}

/** How a name of a script is read and given a value by the others. */
export type SharedName = readonly [get: () => unknown, set: (value: unknown) => void];

/**
 * A script of a page that is no module. `body` tells `begin` what it declares, which may refuse it, and then runs. `page` has
 * a property for each name of `foreign`, and for each `typeof name`.
 */
export interface ClassicScript {
	format: 'classic';
	/** `var` at the top: properties of the window. */
	vars: readonly string[];
	/** Of what it shares as its own: `var` and functions, which others may declare again. */
	kept: readonly string[];
	/** Names that other scripts of the page may declare. */
	foreign: readonly string[];
	/** Names that it gives a value to, and declares nowhere: properties of the window. */
	assigned: readonly string[];
	later: readonly ModuleSource[];
	body: (
		page: object,
		load: Load,
		begin: (given: {
			own: Readonly<Record<string, SharedName>>;
			/** They become properties of the window. */
			functions: Readonly<Record<string, object>>;
		}) => void
	) => void;
}

/** A file or a script of a page that cannot run: what refuses it, and where. */
export interface BrokenModule {
	format: 'broken';
	text: string;
	/** Line and column from 1. */
	at: { file: string; line: number; column: number };
}

export type LearnerModule = LinkedModule | CommonModule | DataModule | ClassicScript | BrokenModule;

/**
 * What `imports` and `page` of a body have beside names, which have no space: called with what the program has caught, it
 * puts an engine's message into the words of the program, and gives it back.
 */
export const IN_ITS_WORDS = 'in its words';

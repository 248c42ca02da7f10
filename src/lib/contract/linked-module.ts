/** What a learner's module imports from: a file of the learner's, one that the suite may replace, or none of both. */
export interface ModuleSource {
	kind: 'file' | 'mockable' | 'given';
	/** Path of the file; "node:fs", "npm:slugify". */
	name: string;
}

/** What a module's body gives before it begins: the values of its exports, read when they are asked for. */
export type Exported = Readonly<Record<string, () => unknown>>;

type Load = (source: number) => Promise<unknown>;

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
}

/**
 * A learner's ECMAScript module. `body` gives what it exports before its first statement: functions are there then, and
 * everything else throws, as the language wants it, until it is reached. `waits`: it has an `await` at its top.
 */
export type LinkedModule = ModuleShape &
	(
		| { waits: false; body: (imports: object, load: Load) => Generator<Exported, void, void> }
		| {
				waits: true;
				/** Of its exports: what they are is given when it begins. */
				names: readonly string[];
				body: (imports: object, load: Load, begin: (exported: Exported) => void) => Promise<void>;
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
		load: Load
	) => void;
}

/** A file that is no program: its default export is its value, or its text. */
export interface DataModule {
	format: 'json' | 'text';
	text: string;
}

export type LearnerModule = LinkedModule | CommonModule | DataModule;

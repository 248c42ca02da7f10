import { directoryOf, type MetaOf } from './module-meta.ts';

/** A module of CommonJS, as its file sees it. */
interface CommonRecord {
	exports: unknown;
	id: string;
	filename: string;
	path: string;
	/** What required it first; null for the one that was started, undefined where an ECMAScript module or a suite imported it. */
	parent: CommonRecord | null | undefined;
	children: CommonRecord[];
	loaded: boolean;
}

/**
 * The `module` of each file of CommonJS.
 * @param main path of the module that was started; null where a suite imports them
 */
export function createRecords(meta: MetaOf, main: () => string | null) {
	let started: CommonRecord | undefined;
	let requiring: CommonRecord | undefined;
	return {
		/** What `require.main` is: undefined where no file of CommonJS was started. */
		get main(): CommonRecord | undefined {
			return started;
		},
		make(file: string): CommonRecord {
			const { url, filename = url.replace(/^file:\/\//, ''), dirname = directoryOf(filename) } = meta(file);
			const isMain = main() === file;
			const record: CommonRecord = {
				exports: {},
				id: isMain ? '.' : filename,
				filename,
				path: dirname,
				parent: isMain ? null : requiring,
				children: [],
				loaded: false
			};
			if (isMain) started = record;
			requiring?.children.push(record);
			return record;
		},
		/** Runs something that a file requires; undefined: that nobody does. */
		during<T>(by: CommonRecord | undefined, run: () => T): T {
			const before = requiring;
			requiring = by;
			try {
				return run();
			} finally {
				requiring = before;
			}
		}
	};
}

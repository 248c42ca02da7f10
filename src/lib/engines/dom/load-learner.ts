import type { LearnerModule } from '../../contract/linked-module.ts';
import { linkModules } from '../harness/link-modules.ts';
import { metas, type MetaOf } from '../harness/module-meta.ts';
import type { PageScope } from '../harness/page-scope.ts';

type Modules = Readonly<Record<string, LearnerModule>>;
type LearnerFunction = (
	define: (modules: Modules) => void,
	meta: MetaOf,
	guard: () => void
) => Promise<unknown>;

/** How the learner's script is called in stacks. */
const SCRIPT_NAME = 'passerelle-learner.js';

/** Runs a script's text in the global scope; nothing of it stays in the document. */
export function runScript(text: string): void {
	const script = document.createElement('script');
	script.textContent = text;
	document.documentElement.append(script);
	script.remove();
}

/**
 * Runs the body of the learner's script (see `LearnerScript` in the contract). Returns what loads one of its modules, or runs a
 * classic script.
 */
export function loadLearner(
	code: string,
	page: PageScope,
	guard: () => void
): (path: string) => Promise<unknown> {
	const hook = `learner${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
	let taken: LearnerFunction | null = null;
	Object.defineProperty(window, hook, {
		value: (learner: LearnerFunction) => void (taken = learner),
		configurable: true
	});
	runScript(
		`${hook}(async function (__passerelle_define__, __passerelle_meta__, __passerelle_guard__) {\n${code}\n})\n//# sourceURL=${SCRIPT_NAME}`
	);
	Reflect.deleteProperty(window, hook);
	const modules = new Promise<Modules>((resolve, reject) => {
		const learner = taken as LearnerFunction | null;
		if (!learner) return reject(new SyntaxError('The script could not be read'));
		learner(resolve, metas(), guard).catch(reject);
	});
	// Nothing is mocked in a preview: every module is the learner's own.
	const loaders = modules.then((all) => linkModules(all, () => undefined, { page }));
	loaders.catch(() => {});
	return async (path) => {
		const load = (await loaders)[path];
		if (!load) throw new Error(`There is no file "${path}"`);
		return load();
	};
}

import type { LearnerModule } from '../../contract/linked-module.ts';
import { linkModules } from '../harness/link-modules.ts';
import { metas, type MetaOf } from '../harness/module-meta.ts';
import type { PageScope } from '../harness/page-scope.ts';
import { createNamedLoad, namesInlineScripts } from '../harness/page/named-script.ts';
import { LEARNER_SCRIPT } from '../harness/protocol.ts';

type Modules = Readonly<Record<string, LearnerModule>>;
type LearnerFunction = (
	define: (modules: Modules) => void,
	meta: MetaOf,
	guard: () => void
) => Promise<unknown>;

/** Runs a script's text in the global scope; nothing of it stays in the document. */
export function runScript(text: string): void {
	const script = document.createElement('script');
	script.textContent = text;
	document.documentElement.append(script);
	script.remove();
}

/** What runs the learner's script: as one that stacks call by its name. Call it before there is a program. */
const createRun = (): ((text: string) => unknown) =>
	namesInlineScripts(runScript) ? runScript : createNamedLoad();

/**
 * Runs the body of the learner's script (see `LearnerScript` in the contract). Returns what loads one of its modules, or runs a
 * classic script.
 */
export async function loadLearner(
	code: string,
	page: PageScope,
	guard: () => void
): Promise<(path: string) => Promise<unknown>> {
	const hook = `learner${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
	let taken: LearnerFunction | null = null;
	Object.defineProperty(window, hook, {
		value: (learner: LearnerFunction) => void (taken = learner),
		configurable: true
	});
	await createRun()(
		`${hook}(async function (__passerelle_define__, __passerelle_meta__, __passerelle_guard__) {\n${code}\n})\n//# sourceURL=${LEARNER_SCRIPT}`
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

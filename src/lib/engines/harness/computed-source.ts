import type { ModuleSource } from '../../contract/linked-module.ts';
import { fileOf } from '../../contract/script-file.ts';

/** What `import()` was asked for, and no file is. */
export interface MissingModule {
	kind: 'missing';
	name: string;
}

/** The file that a program means by a name that it has put together, as a browser and Node do: to the letter. */
export function fileNamed(
	importer: string,
	specifier: string,
	modules: Readonly<Record<string, unknown>>
): ModuleSource | MissingModule {
	const parts = fileOf(importer).split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	const name = parts.join('/');
	const isFile = /^\.\.?\//.test(specifier) && Object.hasOwn(modules, name);
	return isFile ? { kind: 'mockable', name } : { kind: 'missing', name: specifier };
}

import { resolve } from 'node:path';
import harnesses from 'virtual:passerelle/harness-node';
import { openCatalog, type Catalog } from './catalog/catalog.ts';

let opened: Promise<Catalog> | undefined;

/** The catalogue of this server: read once, from `exercises/` beside the project or from `EXERCISES`. */
export function getCatalog(): Promise<Catalog> {
	opened ??= openCatalog({
		root: resolve(process.env.EXERCISES ?? 'exercises'),
		harnesses,
		cache: resolve('.cache/suites')
	}).then((catalog) => {
		for (const { file, line, message, fix } of catalog.problems()) {
			console.error(`${file}${line ? `:${line}` : ''}: ${message} ${fix}`);
		}
		return catalog;
	});
	opened.catch(() => (opened = undefined));
	return opened;
}

import type { Namespace } from './module-view.ts';

const isObject = (value: unknown): value is Namespace =>
	(typeof value === 'object' && value !== null) || typeof value === 'function';

/** What an import of something that is no ECMAScript module gives: all of it as its default export, its properties by name. */
export function asNamespace(given: unknown): Namespace {
	const marked = isObject(given) && given.__esModule === true;
	const namespace = Object.create(null) as Namespace;
	if (isObject(given)) {
		for (const key of Object.keys(given)) {
			Object.defineProperty(namespace, key, { enumerable: true, configurable: true, get: () => given[key] });
		}
	}
	if (!marked)
		Object.defineProperty(namespace, 'default', { enumerable: true, configurable: true, value: given });
	return marked ? given : namespace;
}

export function emptyNamespace(): Namespace {
	const namespace = Object.create(null) as Namespace;
	Object.defineProperty(namespace, Symbol.toStringTag, { value: 'Module' });
	return namespace;
}

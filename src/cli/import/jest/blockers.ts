import type { SourceFolder } from '../read/source-folder.ts';
import { globalUses, importedNames, readSyntax } from '../rewrite/syntax.ts';
import { targetOfPackage } from '../rewrite/targets.ts';
import type { Layout } from './layout.ts';

/** A refusal stands on one line; with so many files it says which kind, not each. */
const FILES_NAMED = 3;

const withoutBase = (path: string, base: string): string =>
	base === '' ? path : path.slice(base.length + 1);

/** What a file needs that no sandbox has. */
function needsOf(path: string, shown: string, text: string): string[] {
	const syntax = readSyntax(path, text);
	const refused = [...new Set(importedNames(syntax))]
		.filter((name) => !name.startsWith('.'))
		.map((name) => targetOfPackage(name))
		.flatMap((target) => (target.kind === 'refused' ? [`${shown} ${target.reason}`] : []));
	const asks = globalUses(syntax).has('prompt')
		? [`${shown} uses prompt, which waits for a person to type`]
		: [];
	return [...refused, ...asks];
}

const noStub = (file: string): string =>
	`there is no reference for ${file}: write solution/${file}, or name a folder that is laid out like this one with --solutions; where it is whole, --write-tests makes an exercise in which learners write its tests`;

/** Everything that keeps an exercise from being imported, so that one look at a collection says all that is to do. */
export async function blockersOf(folder: SourceFolder, layout: Layout): Promise<string[]> {
	const { base, suites, references, unproven, unsolved, programs } = layout;
	const found: string[] = [];
	if (references.size === 0 && programs.size > 0)
		found.push(noStub(withoutBase([...programs.keys()][0]!, base)));
	else if (references.size === 0 && unsolved.length === 0) found.push('there is no file for its suite');
	else if (references.size === 0) {
		const files = unsolved.slice(0, FILES_NAMED).map((path) => withoutBase(path, base));
		const more = unsolved.length > FILES_NAMED ? ' …' : '';
		found.push(
			`there is no reference for ${files.join(', ')}${more}: write solution/${files[0]}, or name a folder that is laid out like this one with --solutions`
		);
	} else if (suites.length === 0) found.push('no suite tests a file that has a reference');
	for (const path of [...suites, ...unproven, ...references.values()]) {
		const text = await folder.read(path);
		if (text !== null)
			found.push(...needsOf(path, withoutBase(path, base).replace(/^@?.*@solutions\//, ''), text));
	}
	return [...new Set(found)];
}

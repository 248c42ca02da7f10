import { expect, test } from 'vitest';
import { countLines, listFiles, readText } from '../support/source-files.ts';
import { CODE } from './sources.ts';

const L = 'src/lib/';

test('every folder of src/lib says in at most 15 lines what it is for', () => {
	const parts = CODE.flatMap(
		({ path }) => /^src\/lib\/(?:(?:engines|server|ui|workspace)\/[^/]+|[^/]+)(?=\/)/.exec(path)?.[0] ?? []
	);
	const folders = new Set([...parts, ...['engines', 'server', 'ui', 'workspace'].map((part) => L + part)]);
	const present = new Set(listFiles(L).filter((path) => path.endsWith('/README.md')));
	const wrong = [...folders].flatMap((folder) => {
		const readme = `${folder}/README.md`;
		if (!present.has(readme)) return [`${readme} is missing: in, out, what it must not do, where to start`];
		return countLines(readText(readme)) > 15 ? [`${readme} has more than 15 lines`] : [];
	});
	expect(wrong).toEqual([]);
});

import { expect, test } from 'vitest';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { readSources, readText } from '../support/source-files.ts';

const KINDS = 'src/lib/kinds/';
const code = readSources('src').filter(({ path }) => !/\.test\.ts$/.test(path));
/** Their `kind` is that of a piece of text. */
const OF_TEXT = /^src\/cli\/import\/(?:statement\/)?statement\.ts$/;

test('nobody asks which kind an exercise is of but the kind itself', () => {
	const why = 'a branch on a kind’s name is a part of that kind: ask the kind (src/lib/kinds)';
	const names = kinds.all.map(({ name }) => name).join('|');
	const branch = new RegExp(
		`\\b(?:manifest|exercise)\\.kind\\s*[!=]==?|\\bkind\\s*[!=]==?\\s*['"](?:${names})['"]`
	);
	const found = code
		.filter(({ path }) => !path.startsWith(KINDS) && !OF_TEXT.test(path))
		.flatMap(({ path }) => {
			const [text] = branch.exec(readText(path)) ?? [];
			return text === undefined ? [] : [`${path}: ${text}: ${why}`];
		});
	expect(branch.test("if (exercise.kind === 'code')")).toBe(true);
	expect(found).toEqual([]);
});

test('a page has only the part of a kind that runs', () => {
	const why = 'folders, proofs, templates and zod would be in every page: import page-kinds.ts';
	const whole = code.flatMap(({ path, imports }) =>
		/\.svelte(?:\.ts)?$/.test(path) || path.startsWith('src/lib/workspace/')
			? imports
					.filter(({ target }) => /kinds\/(?:kinds|[^/]+\/(?:kind|submission))\.ts$/.test(target))
					.map(() => `${path}: ${why}`)
			: []
	);
	expect(whole).toEqual([]);
});

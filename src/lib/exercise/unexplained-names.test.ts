import { expect, test } from 'vitest';
import { namesOfCode } from '../kinds/names-of-code.ts';
import { unexplainedNames, type NamedExercise } from './unexplained-names.ts';

const START = {
	'main.js': [
		'import { prices } from "./prices.js";',
		'',
		'export function total(parts, hour = 9) {',
		'	let sum = 0; // const note = 1',
		'	const [first, second] = parts;',
		'	const text = "let word = 2";',
		'	return parts.filter((part) => part > sum);',
		'}'
	].join('\n'),
	'prices.js': 'export const prices = {\n\tcable: 6,\n\tscreen: 48\n};\n',
	'index.html': '<p id="message"></p>'
};

const exercise = (fr: string, nl: string, code: string | null): NamedExercise => ({
	languages: ['fr', 'nl', 'en'],
	brief: { fr, nl },
	names: code === null ? null : namesOfCode('programming/shop', { 'main.js': code })
});

const brief = (inOrder: NamedExercise[]) =>
	unexplainedNames(inOrder).map(
		({ remark, line, params }) =>
			`${remark ? 'remark ' : ''}${line} ${String(params.name)} ${String(params.missing)}`
	);

test('names are those that the files of the start make, with their lines', () => {
	expect(
		namesOfCode('programming/shop', START).map(({ file, line, name }) => `${file}:${line} ${name}`)
	).toEqual([
		'programming/shop/start/main.js:4 sum',
		'programming/shop/start/main.js:6 text',
		'programming/shop/start/main.js:5 first',
		'programming/shop/start/main.js:5 second',
		'programming/shop/start/main.js:3 total',
		'programming/shop/start/main.js:3 parts',
		'programming/shop/start/main.js:3 hour',
		'programming/shop/start/main.js:7 part',
		'programming/shop/start/prices.js:1 prices',
		'programming/shop/start/prices.js:2 cable',
		'programming/shop/start/prices.js:3 screen'
	]);
});

test('a name is remarked on where neither this brief nor an earlier one says what it means', () => {
	const earlier = exercise('`price` (le prix)', '`price` (de prijs)', null);
	const code = 'const price = 2;\nconst bread = 3;\n';
	expect(brief([earlier, exercise('Le pain.', 'Het brood.', code)])).toEqual(['remark 2 bread fr,nl']);
	expect(brief([exercise('Le pain.', 'Het brood.', code), earlier])).toEqual([
		'remark 1 price fr,nl',
		'remark 2 bread fr,nl'
	]);
});

test('each language explains for itself, and a block of code explains nothing', () => {
	const fr = 'Dans `bread` (le pain) :\n\n```js\nconst price = 2;\n```\n';
	const nl = 'In `bread.price` (de prijs van het brood):\n';
	expect(brief([exercise(fr, nl, 'const bread = { price: 2 };')])).toEqual([
		'remark 1 bread nl',
		'remark 1 price fr'
	]);
});

test('backticks alone are no meaning', () => {
	const fr = 'Écris dans `bread`. `cost(2)` renvoie `4`.';
	const nl = 'Schrijf in `bread` (het brood). `cost(2)` (wat het kost) geeft `4` terug.';
	expect(brief([exercise(fr, nl, 'function cost(bread) {}')])).toEqual([
		'remark 1 cost fr',
		'remark 1 bread fr'
	]);
});

test('a language that the exercise is not written in is not asked for', () => {
	const french = { ...exercise('Le pain.', '', 'const bread = 3;'), languages: ['fr' as const] };
	expect(brief([french])).toEqual(['remark 1 bread fr']);
});

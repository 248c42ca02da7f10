import { expect, test } from 'vitest';
import { screen } from '@testing-library/dom';
import { input } from 'passerelle/run';

const lentToday = () => [...document.querySelectorAll('#today .name')].map(({ textContent }) => textContent);

function isFree(animal) {
	const name = input.words.lendOne.replace('#', animal);
	return screen.queryByRole('button', { name }) !== null;
}

test('what is written down as lent is not free any more', () => {
	expect(lentToday().filter(isFree)).toEqual([]);
});

test('a laptop that was not lent is still free', () => {
	const { rabbit, turtle, dolphin, tiger } = input.words;
	const lent = lentToday();
	const others = [rabbit, turtle, dolphin, tiger].filter((animal) => !lent.includes(animal));
	expect(others.filter((animal) => !isFree(animal))).toEqual([]);
});

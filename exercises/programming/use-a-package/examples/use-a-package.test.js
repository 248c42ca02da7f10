import { expect, test } from 'vitest';
import { addressOf } from '../start/main.js';

test('the address of the neighbours party', () => {
	expect(addressOf('Fête des voisins'), 'No space, no accent, no capital.').toBe('/agenda/fete-des-voisins');
});

test('the address of the bicycle workshop', () => {
	expect(addressOf('Atelier : réparer un vélo !'), 'The colon and the exclamation mark are gone.').toBe(
		'/agenda/atelier-reparer-un-velo'
	);
});

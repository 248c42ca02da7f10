import { expect, test } from 'vitest';
import { screen } from '@testing-library/dom';

const euros = (element) => Number.parseInt(element.textContent, 10);

test('the total is what the lines cost together', () => {
	const lines = screen.queryAllByRole('listitem');
	const sum = lines.reduce((so, line) => so + euros(line.querySelector('.price')), 0);
	expect(euros(screen.getByRole('status'))).toBe(sum);
});

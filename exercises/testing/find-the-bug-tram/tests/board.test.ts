import { expect, test } from 'vitest';
import { nextTram } from '../start/board.ts';

test('two hours of one digit', () => {
	expect(
		nextTram('7:31', ['7:15', '7:30', '7:45']),
		'It is 7:31: those of 7:15 and 7:30 have left, the next one leaves at 7:45.'
	).toBe('7:45');
});

test('the hour gets a second digit', () => {
	expect(
		nextTram('9:40', ['9:25', '10:10', '10:40']),
		'It is 9:40, and 10:10 is later. As texts, "1" comes before "9": compare numbers.'
	).toBe('10:10');
});

test('a departure from before ten is over in the evening', () => {
	expect(
		nextTram('21:10', ['6:00', '9:30', '21:30']),
		'It is 21:10: the trams of 6:00 and 9:30 left long ago. The next one leaves at 21:30.'
	).toBe('21:30');
});

test('a later hour with fewer minutes', () => {
	expect(
		nextTram('16:50', ['16:35', '17:05', '17:20']),
		'It is 16:50: 17:05 is later, though 5 is less than 50. The hour comes first.'
	).toBe('17:05');
});

test('a tram that leaves this minute is gone', () => {
	expect(
		nextTram('11:15', ['11:00', '11:15', '11:30']),
		'It is 11:15, and the doors of the tram of 11:15 are closed: the next one is that of 11:30.'
	).toBe('11:30');
});

test('after the last tram there is none', () => {
	expect(nextTram('23:59', ['9:00', '23:40']), 'The last tram has left: give back null.').toBeNull();
});

import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

beforeEach(() => openPage());

/** The number that people see; words around it are welcome. */
const shown = () => document.querySelector('#count')?.textContent.match(/-?\d+/g)?.join(' ');
const plus = () => document.querySelector('#plus') ?? screen.queryAllByRole('button')[0] ?? document.body;

/** Tab until the button has the focus; a page may have another button before it. */
async function tabToButton(user) {
	for (let presses = 0; presses < 4 && document.activeElement !== plus(); presses++) await user.tab();
}

test('there is a button with a name', () => {
	const button = plus();
	expect(
		button.tagName,
		'For the browser, a `div` is only a box. Make a real button of it in `index.html`: `<button id="plus">` and `</button>`.'
	).toBe('BUTTON');
	expect(
		button.textContent.trim() + (button.getAttribute('aria-label') ?? ''),
		'A button needs words or a sign, for example +1. Without them a screen reader only says "button".'
	).not.toBe('');
});

test('the page begins with 0 visitors', () => {
	expect(
		shown(),
		'Nobody has come in yet, so the page shows 0. Is your function called too early? Give `addEventListener` the function itself, without `()` behind its name.'
	).toBe('0');
});

test('one click counts one visitor', async () => {
	await userEvent.setup({ delay: null }).click(plus());
	expect(
		shown(),
		'After one click the page must show 1. Listen to the click with `plus.addEventListener("click", …)`, add 1 to `visitors` and write it into `count.textContent`.'
	).toBe('1');
});

test('three clicks count three visitors', async () => {
	const user = userEvent.setup({ delay: null });
	for (let clicks = 0; clicks < 3; clicks++) await user.click(plus());
	expect(
		shown(),
		'Three clicks are 3 visitors. Is `visitors` made outside the function, so that it remembers? Do you count with the number `visitors`, and not with the text on the page?'
	).toBe('3');
});

test('the number is kept in visitors, not on the page', async () => {
	const user = userEvent.setup({ delay: null });
	await user.click(plus());
	const written = document.querySelector('#count');
	if (written !== null) written.textContent = '40';
	await user.click(plus());
	expect(
		shown(),
		'After one click, somebody changed the text on the page to 40. The next click still shows 2: the program counts with `visitors`, and only writes into `count.textContent`.'
	).toBe('2');
});

test('a click beside the button counts nobody', async () => {
	const user = userEvent.setup({ delay: null });
	await user.click(screen.queryAllByRole('heading')[0] ?? document.body);
	expect(
		shown(),
		'Somebody clicked on the title, and a visitor was counted. Only the button listens: `plus.addEventListener`, not `document.addEventListener`.'
	).toBe('0');
	await user.click(plus());
	expect(
		shown(),
		'A click beside the button counts nobody, the click on the button after it counts one.'
	).toBe('1');
});

test('it works without a mouse: Tab, then Enter', async () => {
	const user = userEvent.setup({ delay: null });
	await tabToButton(user);
	await user.keyboard('{Enter}');
	expect(
		shown(),
		'Tab must lead to the button, and Enter must press it. A real `<button>` that listens to `click` can do that by itself, a `div` cannot.'
	).toBe('1');
});

test('it works without a mouse: Tab, then the space bar', async () => {
	const user = userEvent.setup({ delay: null });
	await tabToButton(user);
	await user.keyboard(' ');
	expect(
		shown(),
		'The space bar presses a button too. A real `<button>` that listens to `click` can do that by itself.'
	).toBe('1');
});

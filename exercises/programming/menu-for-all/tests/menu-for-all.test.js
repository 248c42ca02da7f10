import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

let user;
beforeEach(async () => {
	await openPage();
	user = userEvent.setup({ delay: null });
});

const button = () => screen.queryAllByRole('button')[0];
// Programs may write the property instead of the attribute; not every engine ties them together.
const expanded = () => button()?.ariaExpanded ?? button()?.getAttribute('aria-expanded');
// Links that people can see or hear: hidden ones are not found by their role.
const links = () => screen.queryAllByRole('link').map((link) => link.textContent.trim());
const ALL = ['Books', 'Laptops', 'Wifi'];
const focused = () => document.activeElement?.textContent.trim();

const buttonNote =
	'The word Menu must be a real button, with nothing else in it. Make one of the `div` in `index.html`: `<button id="toggle">` and `</button>`. A `div` cannot be reached with the keyboard.';

test('the word Menu is a button', () => {
	expect(button()?.textContent.trim(), buttonNote).toBe('Menu');
});

test('the button says that it is closed, and for which list it is', () => {
	expect(
		expanded(),
		'A screen reader must say whether the menu is open. Write `aria-expanded="false"` in the tag of the button: at the beginning it is closed.'
	).toBe('false');
	const controlled = document.getElementById(button()?.getAttribute('aria-controls') ?? '');
	expect(
		controlled?.querySelectorAll('a').length,
		'`aria-controls` names the `id` of what the button opens. The list has `id="menu"`, so write `aria-controls="menu"`.'
	).toBe(3);
});

test('the links of a closed menu are hidden from everybody', () => {
	expect(
		links(),
		'The menu is closed, but its links can still be reached. Write `hidden` in the tag of the list: that hides it from eyes, keyboard and screen reader.'
	).toEqual([]);
	expect(
		document.querySelectorAll('nav a').length,
		'The three links stay in the page: the menu only hides them.'
	).toBe(3);
});

test('a click opens the menu', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	expect(
		links(),
		'After a click all three links are there. Listen to `click`, and let `setOpen` show the list.'
	).toEqual(ALL);
	expect(
		expanded(),
		'The menu is open, and the button must say so: `setOpen` changes `aria-expanded` too.'
	).toBe('true');
});

test('a second click closes it again', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	expect(links().length, 'The first click must open the menu before the second one can close it.').toBe(3);
	await user.click(button());
	expect(
		links(),
		'The second click must hide the links again. Look first whether the menu is hidden now, then do the opposite.'
	).toEqual([]);
	expect(
		expanded(),
		'The menu is closed again, and the button must say so: `aria-expanded` is `false` now.'
	).toBe('false');
});

test('with the keyboard: Tab to the button, Enter to open, Tab to the first link', async () => {
	await user.tab();
	expect(focused(), 'The first Tab leads to the button. A closed menu has no link on the way.').toBe('Menu');
	await user.keyboard('{Enter}');
	expect(
		links().length,
		'Enter presses a button: a real button that listens to `click` then opens the menu.'
	).toBe(3);
	await user.tab();
	expect(
		focused(),
		'After the button comes the first link. Let the list stand behind the button in the HTML.'
	).toBe('Books');
});

test('Escape closes the open menu', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.tab();
	await user.keyboard('{Escape}');
	expect(
		links(),
		'Whoever opened the menu by mistake presses Escape. Listen to `keydown`, and close the menu when `event.key` is `"Escape"`.'
	).toEqual([]);
	expect(expanded(), 'Escape closed the menu, and `aria-expanded` must become `false` as well.').toBe(
		'false'
	);
});

test('Escape gives the focus back to the button', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.tab();
	expect(focused(), 'In the open menu, Tab leads from the button to the first link.').toBe('Books');
	await user.keyboard('{Escape}');
	expect(
		document.activeElement === button(),
		'The link that had the focus is hidden now: people with a keyboard are lost. Bring them back with `toggle.focus()`.'
	).toBe(true);
});

test('other keys leave the menu open', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.tab();
	await user.keyboard('a');
	expect(links(), 'Only Escape closes the menu. Did you compare `event.key` with `"Escape"`?').toEqual(ALL);
});

import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { accessibleName, openPage } from 'passerelle/page';

let user;
beforeEach(async () => {
	await openPage();
	user = userEvent.setup({ delay: null });
});

const button = () => screen.queryAllByRole('button')[0];
// Programs may write the property instead of the attribute; not every engine ties them together.
const expanded = () => button()?.ariaExpanded ?? button()?.getAttribute('aria-expanded');
// Links that people can see or hear: hidden ones are not found by their role.
const links = () =>
	screen
		.queryAllByRole('link')
		.filter((link) => link.closest('nav'))
		.map((link) => link.getAttribute('href'));
/** All links of the menu, seen or not: people may write their own words and addresses. */
const all = () => [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));

const buttonNote =
	'The word Menu must be a real button, without the list in it. Make one of the `div` in `index.html`: `<button id="toggle">` and `</button>`. A `div` cannot be reached with the keyboard.';

test('the word Menu is a button', () => {
	expect(button()?.tagName, buttonNote).toBe('BUTTON');
	expect(button().textContent.trim() + (button().ariaLabel ?? ''), buttonNote).toMatch(/\S/);
	expect(button().querySelectorAll('a').length, buttonNote).toBe(0);
});

test('the button says that it is closed, and for which list it is', () => {
	expect(
		expanded(),
		'A screen reader must say whether the menu is open. Write `aria-expanded="false"` in the tag of the button: at the beginning it is closed.'
	).toBe('false');
	const controlled = document.getElementById(button()?.getAttribute('aria-controls') ?? '');
	expect(
		controlled?.querySelectorAll('a').length ?? 0,
		'`aria-controls` names the `id` of what the button opens. The list has `id="menu"`, so write `aria-controls="menu"`.'
	).toBeGreaterThanOrEqual(3);
});

test('the links of a closed menu are hidden from everybody', () => {
	expect(
		links(),
		'The menu is closed, but its links can still be reached. Write `hidden` in the tag of the list: that hides it from eyes, keyboard and screen reader.'
	).toEqual([]);
	expect(
		document.querySelectorAll('nav a').length,
		'The three links stay in the page: the menu only hides them.'
	).toBeGreaterThanOrEqual(3);
});

test('a click opens the menu', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	expect(
		links(),
		'After a click all three links are there. Listen to `click`, and let `setOpen` show the list.'
	).toEqual(all());
	expect(
		[...document.querySelectorAll('nav a')].filter((link) => accessibleName(link).trim() === '').length,
		'A link of the menu has no words: whoever listens to the page hears nothing there. Write words between `<a href="…">` and `</a>`; a picture needs its `alt`.'
	).toBe(0);
	expect(
		expanded(),
		'The menu is open, and the button must say so: `setOpen` changes `aria-expanded` too.'
	).toBe('true');
});

test('a second click closes it again', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	expect(links(), 'The first click must open the menu before the second one can close it.').toEqual(all());
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
	expect(
		document.activeElement === button(),
		'The first Tab leads to the button. A closed menu has no link on the way.'
	).toBe(true);
	await user.keyboard('{Enter}');
	expect(
		links(),
		'Enter presses a button: a real button that listens to `click` then opens the menu.'
	).toEqual(all());
	await user.tab();
	expect(
		document.activeElement?.getAttribute('href'),
		'After the button comes the first link. Let the list stand behind the button in the HTML. Only Escape closes the menu: Tab leaves it open.'
	).toBe(all()[0]);
});

test('Escape closes the open menu', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.keyboard('{Escape}');
	expect(
		links(),
		'Whoever opened the menu by mistake presses Escape. Listen to `keydown`, and close the menu when `event.key` is `"Escape"`.'
	).toEqual([]);
	expect(expanded(), 'Escape closed the menu, and `aria-expanded` must become `false` as well.').toBe(
		'false'
	);
});

test('after Escape, one click opens the menu again', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.keyboard('{Escape}');
	expect(
		links(),
		'Whoever opened the menu by mistake presses Escape. Listen to `keydown`, and close the menu when `event.key` is `"Escape"`.'
	).toEqual([]);
	await user.click(button());
	expect(
		links(),
		'Escape closed the menu, and the next click does not open it. Look at each click whether the menu is hidden now: what you remember in a variable must change at Escape too.'
	).toEqual(all());
});

test('Escape gives the focus back to the button', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.tab();
	expect(
		document.activeElement?.getAttribute('href'),
		'In the open menu, Tab leads from the button to the first link.'
	).toBe(all()[0]);
	await user.keyboard('{Escape}');
	expect(
		links(),
		'The focus is on a link of the open menu, and Escape does not close the menu there. Listen to the keys of the whole page: `document.addEventListener`.'
	).toEqual([]);
	expect(
		document.activeElement === button(),
		'The link that had the focus is hidden now: people with a keyboard are lost. Bring them back with `toggle.focus()`.'
	).toBe(true);
});

test('Escape with a closed menu changes nothing', async () => {
	expect(button(), buttonNote).toBeDefined();
	const field = document.createElement('input');
	document.body.append(field);
	field.focus();
	const before = links();
	await user.keyboard('{Escape}');
	expect(
		links().filter((link) => !before.includes(link)),
		'The menu was closed, somebody pressed Escape, and the links are there. Escape never opens a menu.'
	).toEqual([]);
	expect(
		before.length > 0 || document.activeElement === field,
		'The menu was closed, and somebody was typing in another place. Escape may not take the focus away from there: look first whether the menu is open.'
	).toBe(true);
});

test('other keys leave the menu open', async () => {
	expect(button(), buttonNote).toBeDefined();
	await user.click(button());
	await user.tab();
	await user.keyboard('a');
	expect(links(), 'Only Escape closes the menu. Did you compare `event.key` with `"Escape"`?').toEqual(all());
});

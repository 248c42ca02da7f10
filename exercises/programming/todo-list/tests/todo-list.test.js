import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { accessibleName, openPage } from 'passerelle/page';

let user;
beforeEach(async () => {
	await openPage();
	user = userEvent.setup({ delay: null });
});

const field = () => document.querySelector('#task');
const items = () => [...document.querySelectorAll('#list > li')];
const itemWith = (text) => items().find((item) => item.textContent.includes(text));
const boxIn = (item) => within(item).queryAllByRole('checkbox')[0];

/** Quicker than a key for each letter; two tests type. */
async function add(text) {
	field().value = text;
	field().dispatchEvent(new Event('input', { bubbles: true }));
	await user.click(document.querySelector('#form button'));
}

const missingNote =
	'The new task is not in the list. In `addTask`, put the text into the label, and the label into `item`. The part with `submit` is ready: leave it as it was.';

const buttonNote =
	'Each line needs a button to remove it, with a sign or a word in it. You make it like the label, with `createElement`.';

test('a task from the form comes into the list', async () => {
	await add('pizza margherita');
	expect(itemWith('pizza margherita'), missingNote).toBeDefined();
	expect(items().length, 'One task was added, so the list has one line.').toBe(1);
});

test('the Enter key adds a task too', async () => {
	await user.type(field(), 'couscous{Enter}');
	expect(itemWith('couscous'), missingNote).toBeDefined();
});

test('the page stays when the form is sent', async () => {
	await add('pizza');
	expect(itemWith('pizza'), missingNote).toBeDefined();
	field().value = 'couscous';
	const sent = new Event('submit', { bubbles: true, cancelable: true });
	document.querySelector('#form').dispatchEvent(sent);
	expect(
		sent.defaultPrevented,
		'When a form is sent, the browser loads the page again, and all tasks are lost. The line with `preventDefault` stops that: keep it in the function of `submit`.'
	).toBe(true);
});

test('tasks keep their order', async () => {
	await add('pizza');
	await add('couscous');
	expect(
		items().map((item) =>
			['pizza', 'couscous'].filter((word) => item.textContent.includes(word)).join(' and ')
		),
		'Two tasks were added: each one gets a line of its own, and the newest comes at the end.'
	).toEqual(['pizza', 'couscous']);
});

test('spaces alone are not a task', async () => {
	await add('   ');
	expect(
		items().length,
		'Somebody typed only spaces, and an empty line came into the list. Cut them off with `trim()`, and stop with `return` when nothing is left.'
	).toBe(0);
	await add('falafel');
	expect(itemWith('falafel'), missingNote).toBeDefined();
	await add('7');
	expect(
		itemWith('7'),
		'Somebody typed one sign, 7, and nothing came into the list. A task may be short: only an empty text is no task.'
	).toBeDefined();
});

/** The texts of the page that hold these words, as they were written. */
function textsWith(words) {
	const walker = document.createTreeWalker(document.querySelector('#list'), NodeFilter.SHOW_TEXT);
	const found = [];
	while (walker.nextNode()) if (walker.currentNode.data.includes(words)) found.push(walker.currentNode.data);
	return found;
}

test('spaces around a task are cut off', async () => {
	await add('   couscous   ');
	expect(itemWith('couscous'), missingNote).toBeDefined();
	expect(
		textsWith('couscous').filter((text) => / {2}/.test(text)),
		'Somebody typed spaces before and after the word, and they are in the list now. Give `addTask` the text without them, the same text that you looked at.'
	).toEqual([]);
});

test('the field is empty again after a task', async () => {
	await add('hummus');
	expect(itemWith('hummus'), missingNote).toBeDefined();
	expect(
		field().value,
		'The next task should not begin with the old one. Make the field empty when a task was added.'
	).toBe('');
});

test('a task is text, whatever signs are in it', async () => {
	await add('1 < 2 <b>pizza</b>');
	expect(
		itemWith('1 < 2 <b>pizza</b>'),
		'What people type is text and never HTML: otherwise anybody could put their own code into your page. Use `textContent` or `append`, not `innerHTML`.'
	).toBeDefined();
});

test('each task has a checkbox with its name', async () => {
	await add('pizza');
	await add('couscous');
	expect(
		items().map((item) => boxIn(item)?.type),
		'Each line needs a checkbox: an `input` whose type is `checkbox`.'
	).toEqual(['checkbox', 'checkbox']);
	expect(
		screen.queryAllByRole('checkbox', { name: /couscous/ }).map((box) => itemWith('couscous')?.contains(box)),
		'A screen reader must say which task the checkbox belongs to. Put the checkbox and the text together in a label.'
	).toEqual([true]);
});

test('a click on the words ticks the task', async () => {
	await add('pizza');
	await add('couscous');
	const [words] = screen.queryAllByText(/couscous/, { selector: 'label, label *' });
	expect(
		words,
		'The words of the task are not in a label. In a label, a click on the words ticks the checkbox.'
	).toBeDefined();
	await user.click(words);
	expect(
		boxIn(itemWith('couscous'))?.checked,
		'A click on the words must tick the checkbox. Is the checkbox inside the label, beside the words?'
	).toBe(true);
	expect(
		boxIn(itemWith('pizza'))?.checked,
		'A click on the words of the second task also ticked the first one. Each label belongs to the checkbox of its own line.'
	).toBe(false);
});

test('the button of a task shows a sign or a word', async () => {
	await add('pizza');
	const line = itemWith('pizza');
	expect(line, missingNote).toBeDefined();
	const [remove] = within(line).queryAllByRole('button');
	expect(`${remove?.textContent ?? ''}${remove?.value ?? ''}`.trim(), buttonNote).not.toBe('');
	expect(
		remove.closest('label'),
		'The button stands in the label: its sign then belongs to the words of the task. Put it into `item`, after the label.'
	).toBeNull();
	expect(
		/undefined|NaN|\[object/.test(accessibleName(remove)),
		'The name of the button has a word of JavaScript in it, such as `undefined` or `NaN`, and a screen reader says it aloud. Look at what you put into the button and into its `aria-label`.'
	).toBe(false);
});

test('the button of a task removes this task and no other', async () => {
	for (const task of ['pizza', 'couscous', 'falafel']) await add(task);
	const second = itemWith('couscous');
	expect(second, missingNote).toBeDefined();
	const [remove] = within(second).queryAllByRole('button');
	expect(remove, buttonNote).toBeDefined();
	await user.click(remove);
	expect(
		['pizza', 'couscous', 'falafel'].filter((task) => itemWith(task)),
		'Somebody clicked on the button of the second of three tasks. Its whole line leaves the page with `remove()`, in the function of the click, and the two others stay.'
	).toEqual(['pizza', 'falafel']);
});

test('two tasks with the same words: the right one is removed', async () => {
	for (const task of ['pizza', 'couscous', 'pizza']) await add(task);
	const last = items()[2];
	expect(last, missingNote).toBeDefined();
	const [remove] = within(last).queryAllByRole('button');
	expect(remove, buttonNote).toBeDefined();
	await user.click(remove);
	expect(
		items().map((item) => ['pizza', 'couscous'].find((word) => item.textContent.includes(word))),
		'The list was pizza, couscous, pizza, and somebody removed the last line. The first pizza stays: do not look for the words, `item` is the line that you made.'
	).toEqual(['pizza', 'couscous']);
});

test('a task can be ticked and removed with the keyboard', async () => {
	await user.type(field(), 'pizza{Enter}');
	expect(itemWith('pizza'), missingNote).toBeDefined();
	const box = boxIn(itemWith('pizza'));
	for (let presses = 0; presses < 4 && document.activeElement !== box; presses++) await user.tab();
	await user.keyboard(' ');
	expect(
		box?.checked,
		'Tab must lead to the checkbox, and the space bar must tick it. A real checkbox can do that by itself.'
	).toBe(true);
	await user.tab();
	await user.keyboard('{Enter}');
	expect(
		items().length,
		'After the checkbox, Tab must lead to the button of the task, and Enter must remove the task. Use a real button that listens to `click`.'
	).toBe(0);
});

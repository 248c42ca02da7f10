import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

let user;
beforeEach(async () => {
	await openPage();
	user = userEvent.setup({ delay: null });
});

const field = () => document.querySelector('#task');
const items = () => [...document.querySelectorAll('#list > li')];
const itemWith = (text) => items().find((item) => item.textContent.includes(text));
const boxIn = (item) => within(item).queryAllByRole('checkbox')[0];

async function add(text) {
	await user.clear(field());
	await user.type(field(), text);
	await user.click(screen.getByRole('button', { name: 'Add' }));
}

const missingNote =
	'The new task is not in the list. In the `submit` function, call `addTask` with `input.value`, and in `addTask` put the text into the item.';

test('a task from the form comes into the list', async () => {
	await add('wash the rice');
	expect(itemWith('wash the rice'), missingNote).toBeDefined();
	expect(items().length, 'One task was added, so the list has one line.').toBe(1);
});

test('the Enter key adds a task too', async () => {
	await user.type(field(), 'cut the onions{Enter}');
	expect(
		itemWith('cut the onions'),
		'The Enter key sends a form too. Listen to `submit` of the form, not only to a click: then both work.'
	).toBeDefined();
});

test('tasks keep their order', async () => {
	await add('soup');
	await add('bread');
	expect(
		items().map((item) => ['soup', 'bread'].filter((word) => item.textContent.includes(word)).join(' and ')),
		'Two tasks were added: each one gets a line of its own, and the newest comes at the end.'
	).toEqual(['soup', 'bread']);
});

test('spaces alone are not a task', async () => {
	await add('   ');
	expect(
		items().length,
		'Somebody typed only spaces, and an empty line came into the list. Cut them off with `trim()`, and stop with `return` when nothing is left.'
	).toBe(0);
	await add('salad');
	expect(itemWith('salad'), missingNote).toBeDefined();
});

test('the field is empty again after a task', async () => {
	await add('lentils');
	expect(itemWith('lentils'), missingNote).toBeDefined();
	expect(
		field().value,
		'The next task should not begin with the old one. Make the field empty when a task was added.'
	).toBe('');
});

test('a task is text, whatever signs are in it', async () => {
	await add('1 < 2 <b>pots</b>');
	expect(
		itemWith('1 < 2 <b>pots</b>'),
		'What people type is text and never HTML: otherwise anybody could put their own code into your page. Use `textContent` or `append`, not `innerHTML`.'
	).toBeDefined();
});

test('each task has a checkbox with its name', async () => {
	await add('soup');
	await add('bread');
	expect(
		items().map((item) => boxIn(item)?.type),
		'Each line needs a checkbox: an `input` whose type is `checkbox`.'
	).toEqual(['checkbox', 'checkbox']);
	expect(
		screen.queryAllByRole('checkbox', { name: /bread/ }).length,
		'A screen reader must say which task the checkbox belongs to. Put the checkbox and the text together in a label.'
	).toBe(1);
});

test('a click on the words ticks the task', async () => {
	await add('soup');
	const [words] = screen.queryAllByText(/soup/, { selector: 'label, label *' });
	expect(
		words,
		'The words of the task are not in a label. In a label, a click on the words ticks the checkbox.'
	).toBeDefined();
	await user.click(words);
	expect(
		boxIn(itemWith('soup'))?.checked,
		'A click on the words must tick the checkbox. Is the checkbox inside the label, beside the words?'
	).toBe(true);
});

test('the button of a task removes this task and no other', async () => {
	for (const task of ['soup', 'bread', 'salad']) await add(task);
	const bread = itemWith('bread');
	expect(bread, missingNote).toBeDefined();
	const [remove] = within(bread).queryAllByRole('button');
	expect(
		remove,
		'Each line needs a button to remove it, with a sign or a word in it. You make it like the label, with `createElement`.'
	).toBeDefined();
	await user.click(remove);
	expect(
		['soup', 'bread', 'salad'].filter((task) => itemWith(task)),
		'Somebody removed the second of three tasks. The two others stay: each button removes its own line, and nothing else.'
	).toEqual(['soup', 'salad']);
});

test('a task can be ticked and removed with the keyboard', async () => {
	await user.type(field(), 'soup{Enter}');
	expect(itemWith('soup'), missingNote).toBeDefined();
	const box = boxIn(itemWith('soup'));
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

const laptops = ['{{rabbit}}', '{{turtle}}', '{{dolphin}}', '{{tiger}}'].map((name) => ({
	name,
	lent: false
}));
const weeks = document.querySelector('#weeks');
const onlyFree = document.querySelector('#only-free');
const list = document.querySelector('#laptops');
const today = document.querySelector('#today');

function part(name, text) {
	const span = document.createElement('span');
	span.className = name;
	span.textContent = text;
	return span;
}

function writeDown({ name }) {
	const line = document.createElement('li');
	line.append(part('name', name), part('weeks', ` (${weeks.value})`));
	today.append(line);
}

function lendButton(laptop, place) {
	const button = document.createElement('button');
	button.textContent = '{{lend}}';
	button.setAttribute('aria-label', '{{lendOne}}'.replace('#', laptop.name));
	button.addEventListener('click', () => {
		laptops[place].lent = true;
		writeDown(laptop);
		show();
	});
	return button;
}

function lineOf(laptop, place) {
	const line = document.createElement('li');
	const state = laptop.lent ? part('state', '{{lent}}') : lendButton(laptop, place);
	line.append(part('name', laptop.name), state);
	return line;
}

function show() {
	const shown = laptops.filter(({ lent }) => !lent || !onlyFree.checked);
	list.replaceChildren(...shown.map((laptop, place) => lineOf(laptop, place)));
}

onlyFree.addEventListener('change', show);
show();

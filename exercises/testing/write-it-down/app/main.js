const dishes = [
	{ name: '{{soup}}', price: 3 },
	{ name: '{{bread}}', price: 2 },
	{ name: '{{stew}}', price: 6 }
];
const choice = document.querySelector('#dish');
const list = document.querySelector('ul');
const total = document.querySelector('output');
let sum = 0;

for (const { name, price } of dishes) {
	const option = document.createElement('option');
	option.textContent = `${name} (${price} €)`;
	choice.append(option);
}

function showTotal() {
	total.textContent = `${sum} €`;
}

function part(name, text) {
	const span = document.createElement('span');
	span.className = name;
	span.textContent = text;
	return span;
}

function add({ name, price }) {
	const line = document.createElement('li');
	const button = document.createElement('button');
	button.textContent = '{{remove}}';
	button.setAttribute('aria-label', '{{removeOne}}'.replace('#', name));
	button.addEventListener('click', () => {
		line.remove();
		sum -= price;
		showTotal();
	});
	line.append(part('name', name), part('price', `${price} €`), button);
	list.append(line);
	sum += price;
	showTotal();
}

document.querySelector('#add').addEventListener('click', () => add(dishes[choice.selectedIndex]));

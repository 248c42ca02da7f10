const form = document.getElementById('form');
const input = document.getElementById('task');
const list = document.getElementById('list');

const addTask = (text) => {
	const item = document.createElement('li');
	list.appendChild(item);

	const label = document.createElement('label');
	item.appendChild(label);

	const box = document.createElement('input');
	box.setAttribute('type', 'checkbox');
	label.appendChild(box);

	const words = document.createElement('span');
	words.textContent = ` ${text} `;
	label.appendChild(words);

	const button = document.createElement('button');
	button.innerHTML = '&times;';
	button.type = 'button';
	button.onclick = function () {
		list.removeChild(item);
	};
	item.appendChild(button);
};

form.onsubmit = function (event) {
	event.preventDefault();
	const text = input.value.trim();
	if (text.length > 0) {
		console.log('new task', text);
		addTask(text);
	}
	form.reset();
	input.focus();
};

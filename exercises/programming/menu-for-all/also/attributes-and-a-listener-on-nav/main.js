const toggle = document.querySelector('#toggle');
const menu = document.querySelector('#menu');
const nav = document.querySelector('nav');

const isOpen = () => toggle.getAttribute('aria-expanded') === 'true';

function setOpen(open) {
	menu.toggleAttribute('hidden', !open);
	toggle.setAttribute('aria-expanded', String(open));
	console.log(open ? 'open' : 'closed');
}

toggle.addEventListener('click', () => setOpen(!isOpen()));

nav.addEventListener('keydown', (event) => {
	switch (event.key) {
		case 'Escape':
			if (isOpen()) {
				setOpen(false);
				toggle.focus();
			}
			break;
	}
});

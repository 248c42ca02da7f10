const toggle = document.getElementById('toggle');
const menu = document.getElementById('menu');
let isOpen = false;

function setOpen(open) {
	isOpen = open;
	if (open) {
		menu.hidden = false;
		toggle.setAttribute('aria-expanded', 'true');
	} else {
		menu.hidden = true;
		toggle.setAttribute('aria-expanded', 'false');
	}
}

toggle.onclick = function () {
	setOpen(!isOpen);
};

document.onkeydown = function (event) {
	if (event.key !== 'Escape') return;
	if (isOpen === false) return;
	setOpen(false);
	toggle.focus();
};

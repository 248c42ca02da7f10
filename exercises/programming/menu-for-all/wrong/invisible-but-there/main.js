const toggle = document.querySelector("#toggle");
const menu = document.querySelector("#menu");

let isOpen = false;

function setOpen(open) {
	isOpen = open;
	menu.style.opacity = open ? "1" : "0";
	toggle.setAttribute("aria-expanded", open);
}

toggle.addEventListener("click", () => {
	setOpen(!isOpen);
});

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && isOpen) {
		setOpen(false);
		toggle.focus();
	}
});

setOpen(false);

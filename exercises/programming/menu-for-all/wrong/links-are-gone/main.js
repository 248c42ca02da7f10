const toggle = document.querySelector("#toggle");
const menu = document.querySelector("#menu");
const links = menu.innerHTML;

function setOpen(open) {
	menu.hidden = !open;
	menu.innerHTML = open ? links : "";
	toggle.setAttribute("aria-expanded", open);
}

toggle.addEventListener("click", () => {
	setOpen(menu.hidden);
});

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && !menu.hidden) {
		setOpen(false);
		toggle.focus();
	}
});

setOpen(false);

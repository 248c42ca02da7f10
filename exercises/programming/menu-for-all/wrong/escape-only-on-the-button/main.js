const toggle = document.querySelector("#toggle");
const menu = document.querySelector("#menu");

function setOpen(open) {
	menu.hidden = !open;
	toggle.setAttribute("aria-expanded", open);
}

toggle.addEventListener("click", () => {
	setOpen(menu.hidden);
});

toggle.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && !menu.hidden) {
		setOpen(false);
		toggle.focus();
	}
});


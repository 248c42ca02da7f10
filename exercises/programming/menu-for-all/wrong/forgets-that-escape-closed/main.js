const toggle = document.querySelector("#toggle");
const menu = document.querySelector("#menu");

function setOpen(open) {
	menu.hidden = !open;
	toggle.setAttribute("aria-expanded", open);
}

let o=false; toggle.addEventListener("click", () => { o = !o; setOpen(o); });
document.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && !menu.hidden) {
		setOpen(false);
		toggle.focus();
	}
});


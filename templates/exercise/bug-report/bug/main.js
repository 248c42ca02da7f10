const shown = document.querySelector("output");
let inside = 0;

document.querySelector("#in").addEventListener("click", () => {
	inside += 1;
	shown.textContent = inside;
});
document.querySelector("#out").addEventListener("click", () => {
	inside -= 1;
	shown.textContent = inside;
});

const count = document.querySelector("#count");

let visitors = 0;

document.addEventListener("click", () => {
	visitors = visitors + 1;
	count.textContent = visitors;
});

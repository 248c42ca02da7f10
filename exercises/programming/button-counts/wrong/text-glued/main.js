const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

plus.addEventListener("click", () => {
	count.textContent = count.textContent + 1;
});

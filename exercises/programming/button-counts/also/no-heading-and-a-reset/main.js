const count = document.getElementById('count');
const plus = document.getElementById('plus');
const reset = document.getElementById('reset');

let visitors = 0;

function show() {
	count.textContent = visitors + ' bezoekers';
}

function addOne() {
	visitors += 1;
	show();
}

plus.addEventListener('click', addOne);
reset.addEventListener('click', () => {
	visitors = 0;
	show();
});
show();

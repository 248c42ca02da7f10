const count = document.querySelector('#count');
const plus = document.querySelector('#plus');

let visitors = 0;

plus.onclick = function () {
	visitors++;
	count.textContent = `Visiteurs : ${visitors}`;
	console.log(visitors);
};

const list = document.querySelector('#stations');

function showStations() {
	fetch('./stations.json')
		.then((response) => response.json())
		.then((stations) => {
			stations.forEach((station) => {
				list.innerHTML += `<li>${station.name} – <b>${station.bikes}</b></li>`;
			});
		});
}

showStations();

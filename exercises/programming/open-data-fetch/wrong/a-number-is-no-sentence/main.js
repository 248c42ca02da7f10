const list = document.querySelector('#stations');
const message = document.querySelector('#message');

function showStations() {
	fetch('./stations.json')
		.then((response) => {
			if (response.ok) {
				return response.json();
			}
			message.textContent = response.status;
			return null;
		})
		.then((stations) => {
			if (stations === null) {
				return;
			}
			if (!stations.length) {
				message.textContent = 'Pas de stations.';
			}
			for (let i = 0; i < stations.length; i++) {
				list.innerHTML += `<li><strong>${stations[i].name}</strong>: ${stations[i].bikes}</li>`;
			}
		})
		.catch(() => {
			message.textContent = 'Pas de réseau.';
		});
}

showStations();

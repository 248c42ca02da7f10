const list = document.querySelector('#stations');
const message = document.querySelector('#message');

async function showStations() {
	message.textContent = '…';
	try {
		const response = await fetch('stations.json');
		if (!response.ok) {
			message.textContent = 'The server has a problem. Try again later.';
			return;
		}
		const stations = await response.json();
		if (stations.length === 0) {
			message.textContent = 'There are no stations here.';
		}
		for (const station of stations) {
			const item = document.createElement('li');
			item.textContent = station.name + ': ' + station.bikes;
			list.append(item);
		}
		message.textContent = '';
	} catch {
		message.textContent = 'There is no network. Check your connection.';
	}
}

showStations();

const list = document.querySelector('#stations');
const message = document.querySelector('#message');

function addLine(station) {
	const item = document.createElement('li');
	item.append(station.name, ': ', station.bikes);
	list.append(item);
}

async function ask() {
	try {
		return await fetch('stations.json');
	} catch {
		return fetch('stations.json');
	}
}

async function showStations() {
	let response;
	try {
		response = await ask();
	} catch (error) {
		console.log(error.message);
		message.textContent = 'Geen netwerk.';
	}
	if (response.ok === false) {
		message.textContent = 'De server heeft een probleem.';
	} else {
		const stations = await response.json();
		stations.forEach(addLine);
		if (stations.length === 0) {
			message.textContent = 'Er zijn geen stations.';
		}
	}
}

await showStations();

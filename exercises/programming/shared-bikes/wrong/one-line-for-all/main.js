const list = document.querySelector("#stations");

const item = document.createElement("li");
list.append(item);

function addStation(station) {
	item.textContent = station.name + ": " + station.bikes;
}

async function showStations() {
	const response = await fetch("stations.json");
	const stations = await response.json();

	for (const station of stations) {
		addStation(station);
	}
}

showStations();

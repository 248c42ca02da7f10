const list = document.querySelector("#stations");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + ": " + station.bikes;
	list.append(item);
}

async function showStations() {
	const stations = [
		{ name: "Flagey", bikes: 7 },
		{ name: "Bockstael", bikes: 0 },
		{ name: "Madou", bikes: 12 },
		{ name: "Simonis", bikes: 3 }
	];

	for (const station of stations) {
		addStation(station);
	}
}

showStations();

const list = document.querySelector("#stations");
const message = document.querySelector("#message");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + station.bikes;
	list.append(item);
}

async function showStations() {
	try {
		const response = await fetch("stations.json");
		if (!response.ok) {
			message.textContent = "The server has a problem. Try again later.";
			return;
		}
		const stations = await response.json();
		if (stations.length === 0) {
			message.textContent = "There are no stations here.";
		}
		for (const station of stations) {
			addStation(station);
		}
	} catch {
		message.textContent = "There is no network. Check your connection.";
	}
}

showStations();

const list = document.querySelector("#stations");
const message = document.querySelector("#message");

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
		const item = document.createElement("li");
		list.append(item);
		for (const station of stations) {
			item.textContent = station.name + ": " + station.bikes;
		}
	} catch {
		message.textContent = "There is no network. Check your connection.";
	}
}

showStations();

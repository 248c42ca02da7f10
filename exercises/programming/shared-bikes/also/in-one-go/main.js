const list = document.querySelector("#stations");

const addStation = ({ name, bikes }) => {
	list.insertAdjacentHTML("beforeend", `<li>${bikes}: ${name}</li>`);
};

async function showStations() {
	for (const station of await (await fetch("stations.json")).json()) addStation(station);
}

await showStations();

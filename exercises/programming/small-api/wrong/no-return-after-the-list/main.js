import { createServer } from "node:http";
import { stops } from "./stops.js";

function send(response, status, data) {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(data));
}

const server = createServer((request, response) => {
	if (request.method !== "GET") {
		send(response, 405, { error: "Only GET works here" });
		return;
	}
	if (request.url === "/stops") {
		send(response, 200, stops);
	}
	const stop = stops.find((one) => request.url === "/stops/" + one.id);
	if (stop) {
		send(response, 200, stop);
	} else {
		send(response, 404, { error: "There is nothing at this address" });
	}
});

server.listen(3000);

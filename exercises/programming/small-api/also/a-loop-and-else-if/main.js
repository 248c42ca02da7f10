import { createServer } from 'node:http';
import { stops } from './stops.js';

function send(response, status, data) {
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(data));
}

function findStop(url) {
	for (const stop of stops) {
		if (url === `/stops/${stop.id}`) {
			return stop;
		}
	}
	return null;
}

const server = createServer(function (request, response) {
	console.log(request.method, request.url);
	if (request.method === 'GET') {
		const stop = findStop(request.url);
		if (request.url === '/stops') {
			send(response, 200, stops);
		} else if (stop !== null) {
			send(response, 200, stop);
		} else {
			send(response, 404, { error: 'Je ne trouve rien ici' });
		}
	} else {
		send(response, 405, { error: `${request.method} n'est pas possible` });
	}
});

server.listen(3000);

import { readFileSync } from 'node:fs';

let visitors = 0;

try {
	const lines = readFileSync('visitors.txt', 'utf8').split('\n');
	for (const line of lines) {
		if (line.trim().length > 0) {
			visitors++;
		}
	}
	console.log(`${visitors} bezoekers`);
} catch (error) {
	console.error('Ik vind het bestand visitors.txt niet.');
	process.exitCode = 1;
}

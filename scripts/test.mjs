import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';

/** `npm test`: everything, in the order in which a failure is cheapest to find. Stops at the first part that fails. */
const browser = ensureBrowser();
console.log(`Browser: ${browser}`);
const env = { ...process.env, CHROMIUM: browser };

/** @type {[name: string, command: string, args: string[]][]} */
const parts = [
	['types, lint, format, architecture', 'npm', ['run', '--silent', 'check']],
	['build', 'npm', ['run', '--silent', 'build']],
	['unit, engine and exercise tests', 'npx', ['vitest', 'run']],
	['paths of people', 'npx', ['playwright', 'test']]
];
for (const [name, command, args] of parts) {
	console.log(`\n# ${name}`);
	const started = performance.now();
	const { status } = spawnSync(command, args, { stdio: 'inherit', env });
	if (status !== 0) {
		console.error(`\n"${name}" failed.`);
		process.exit(status ?? 1);
	}
	console.log(`# ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

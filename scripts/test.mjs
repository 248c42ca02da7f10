import { spawn } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';

/**
 * `npm test`: everything, in the order in which a failure is cheapest to find. Parts of one step run side by side; the
 * first step in which something fails is the last. With `--thorough`, random cases are many more, and slow engines run
 * everything (tests/support/thorough.ts).
 */
const browser = ensureBrowser();
console.log(`Browser: ${browser}`);
const thorough = process.argv.includes('--thorough') ? { THOROUGH: '1' } : {};
const env = { ...process.env, ...thorough, CHROMIUM: browser };

/** @typedef {[name: string, command: string, args: string[]]} Part */
/** @type {Part[][]} */
const steps = [
	[
		['types, lint, format, architecture', 'npm', ['run', '--silent', 'check']],
		['build', 'npm', ['run', '--silent', 'build']]
	],
	[['unit, engine and exercise tests', 'npx', ['vitest', 'run']]],
	[['paths of people', 'npx', ['playwright', 'test']]]
];

/**
 * @param {Part} part
 * @param {boolean} alone Otherwise its output is printed when it ends, so that two parts do not mix theirs.
 * @returns {Promise<number>} Its exit code.
 */
function run([name, command, args], alone) {
	const started = performance.now();
	let output = '';
	if (alone) console.log(`\n# ${name}`);
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env });
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
		child.on('error', (error) => (output += `${error.message}\n`));
		child.on('close', (code) => {
			if (!alone) process.stdout.write(`\n# ${name}\n${output}`);
			console.log(`# ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
			if (code !== 0) console.error(`\n"${name}" failed.`);
			resolve(code ?? 1);
		});
	});
}

for (const parts of steps) {
	const codes = await Promise.all(parts.map((part) => run(part, parts.length === 1)));
	const failed = codes.find((code) => code !== 0);
	if (failed !== undefined) process.exit(failed);
}

import { spawn } from 'node:child_process';

/** `npm run check`: what can be said without running anything (`knip`: files, exports and packages that nobody uses). Two parts at a time; each prints what it found when it ends. */
const SIDE_BY_SIDE = [
	['svelte-check --fail-on-warnings'],
	['eslint .', 'prettier --check .', 'knip --no-progress']
];
const AFTER = 'vitest run tests/architecture';

/**
 * @param {string} command
 * @returns {Promise<boolean>} Whether it found nothing.
 */
function run(command) {
	return new Promise((resolve) => {
		const child = spawn(`npx --no-install ${command}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
		child.on('error', (error) => (output += error.message));
		child.on('close', (code) => {
			process.stdout.write(`\n# ${command}\n${output}`);
			resolve(code === 0);
		});
	});
}

/** @param {string[]} commands */
async function inTurn(commands) {
	let clean = true;
	for (const command of commands) clean = (await run(command)) && clean;
	return clean;
}

// The types that everything else reads.
let clean = await run('svelte-kit sync');
if (clean) clean = (await Promise.all(SIDE_BY_SIDE.map(inTurn))).every(Boolean);
if (clean) clean = await run(AFTER);
process.exitCode = clean ? 0 : 1;

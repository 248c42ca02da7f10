import { spawn } from 'node:child_process';

/** `npm run check`: what can be said without running anything. Two parts at a time; each prints what it found when it ends. */
const SIDE_BY_SIDE = ['svelte-check --fail-on-warnings', 'eslint .', 'prettier --check .'];
const AFTER = 'vitest run tests/architecture.test.ts';
const AT_ONCE = 2;

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

const waiting = [...SIDE_BY_SIDE];
async function work() {
	let clean = true;
	for (let command = waiting.shift(); command; command = waiting.shift())
		clean = (await run(command)) && clean;
	return clean;
}

// The types that everything else reads.
let clean = await run('svelte-kit sync');
if (clean) clean = (await Promise.all(Array.from({ length: AT_ONCE }, work))).every(Boolean);
if (clean) clean = await run(AFTER);
process.exitCode = clean ? 0 : 1;

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { buildContainerRunner } from '../../src/build/programs.ts';
import type { SandboxMessage } from '../../src/lib/engines/harness/protocol.ts';
import { BOOT_FILE, RUNNER_FILE, type RunnerBoot } from '../../src/lib/engines/webcontainer/runner.ts';
import { readRunnerOutput } from '../../src/lib/engines/webcontainer/runner-output.ts';

/** In the harness's place: sends a message while every method of texts, patterns, lists and numbers tells that it is called. */
const SPY = `'use strict';
const { send, builtin } = globalThis.__passerelle_bridge__;
const { writeSync } = builtin('fs');
const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const methods = [String, RegExp, Array, Number].flatMap(({ prototype }) =>
	ownKeys(prototype)
		.filter((name) => name !== 'constructor')
		.map((name) => ({ prototype, name, told: String(name), value: getOwnPropertyDescriptor(prototype, name).value }))
		.filter(({ value }) => typeof value === 'function')
);
let called = '';
for (let at = 0; at < methods.length; at++) {
	const { prototype, name, told, value } = methods[at];
	defineProperty(prototype, name, { value(...given) { called += told + ' '; return apply(value, this, given); } });
}
'asked'.slice(1);
const before = called;
called = '';
send({ __proto__: null, type: 'ready', text: 'caf\u00e9 \\u20ac \\u{1f600}\\n' });
const during = called;
writeSync(2, before + '|' + during);`;

test('the runner’s messages pass through nothing that a program in an open realm can replace', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-runner-'));
	try {
		const boot: RunnerBoot = { key: 'the-key', harness: SPY, harden: false, packages: [] };
		await writeFile(join(folder, RUNNER_FILE), await buildContainerRunner());
		await writeFile(join(folder, BOOT_FILE), JSON.stringify(boot));
		const run = promisify(execFile)(process.execPath, [join(folder, RUNNER_FILE)], { cwd: folder });
		const { stdout, stderr } = await run;
		expect(stderr).toBe('slice |');
		expect(stdout).toMatch(/^[\n -~]+$/);
		const messages: SandboxMessage[] = [];
		readRunnerOutput('the-key', (message) => messages.push(message)).push(stdout);
		expect(messages).toEqual([{ type: 'ready', text: 'café € \u{1f600}\n' }]);
	} finally {
		await rm(folder, { recursive: true });
	}
});

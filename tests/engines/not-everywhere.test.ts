import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { LANGUAGE_GLOBALS } from '../../src/lib/engines/harness/harden.ts';
import { NOT_EVERYWHERE } from '../../src/lib/engines/harness/setting/same-language.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { launchBrowser } from '../support/browser.ts';

const listed = NOT_EVERYWHERE.flatMap(([holder, names]) =>
	names.split(' ').map((name) => (holder ? `${holder}.${name}` : name))
);
const withoutHolder = listed.filter((name) => !name.includes('.'));

/** Differs, and stays, for a reason. */
const STAYS: Readonly<Record<string, string>> = {
	'Symbol.metadata': 'Deno’s own, and cannot be deleted',
	'Error.prepareStackTrace': 'Node’s own: in the others it is what a program makes it'
};

/** An expression: the language's global names, with those of each and of its prototype. */
const NAMES = `${JSON.stringify([...LANGUAGE_GLOBALS, ...withoutHolder])}
	.filter((name) => name !== 'globalThis' && globalThis[name] !== undefined)
	.flatMap((name) => {
		const of = (path, object) => Object(object) === object ? Reflect.ownKeys(object)
			.map((key) => path + '.' + (typeof key === 'symbol' ? '[' + key.description + ']' : key)) : [];
		return [name, ...of(name, globalThis[name]), ...of(name + '.prototype', globalThis[name].prototype)];
	})`;
const SAY = `console.log(JSON.stringify(${NAMES}))`;

const namesOf = (said: unknown): Set<string> => new Set(said as string[]);
const printed = (file: string, args: readonly string[]): Set<string> =>
	namesOf(JSON.parse(execFileSync(file, args, { encoding: 'utf8' })));

function inDeno(): Set<string> {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	return printed(deno.path, ['eval', '--no-config', '--no-lock', SAY]);
}
async function inChromium(): Promise<Set<string>> {
	const browser = await launchBrowser();
	try {
		return namesOf(await (await browser.newPage()).evaluate(NAMES));
	} finally {
		await browser.close();
	}
}

test('what the installed engines do not share is on the list, and taken from all of them', async () => {
	const [chromium, deno, node] = [await inChromium(), inDeno(), printed(process.execPath, ['-e', SAY])];
	const all = new Set([...chromium, ...deno, ...node]);
	// What only Node lacks stays (docs/decisions/0017).
	const shared = (name: string): boolean => chromium.has(name) && deno.has(name);
	const isOf = (holder: string, name: string): boolean => name === holder || name.startsWith(`${holder}.`);
	const unnamed = [...all].filter(
		(name) => !shared(name) && !listed.some((one) => isOf(one, name)) && !Object.hasOwn(STAYS, name)
	);
	expect(unnamed).toEqual([]);
	expect(listed.filter((name) => !all.has(name))).toEqual([]);
	expect(Object.keys(STAYS).filter((name) => shared(name) || !all.has(name))).toEqual([]);
	expect(all.size).toBeGreaterThan(800);
}, 60_000);

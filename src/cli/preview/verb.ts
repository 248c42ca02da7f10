import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, LOCALES, type Locale } from '../../lib/contract/locale.ts';
import { findTargets, onlyOne } from '../check/targets.ts';
import { chooseEngine } from '../engine-option.ts';
import { foreignCode } from '../foreign-code.ts';
import { openSetup, PROJECT } from '../setup.ts';
import { WrongUse, type Verb, type VerbContext } from '../verb.ts';
import { openPreview, type Preview } from './open-preview.ts';
import { servePreview, DEFAULT_PORT } from './serve-preview.ts';

const usage = `npm run exercise -- preview <exercise> [options]

Shows one exercise in a browser, as learners see it, with a real Check. The page follows each save. A mistake in the
folder is shown with its file, line and what to do, and the page comes back when it is repaired. The solution and
each wrong/ can be loaded into the editor. Ctrl+C ends it. <exercise> is a folder, which may lie anywhere and needs no
map, or an id track/slug.

  --lang   the language that is opened: ${LOCALES.join(', ')} (default en)
  --port   where it is served, on this machine only (default ${DEFAULT_PORT}, or the next that is free)
  --open   opens the browser
  --engine remote   finds the names of the tests in the server's sandbox, with Deno (default where Deno is)
  --engine native   finds them in a thread of Node. No sandbox: suite and solution can do whatever you can. Asks first
                    where the exercise is not Passerelle's own
  --trusted         you have read the code: --engine native does not ask

Example: npm run exercise -- preview exercises/programming/shout --open`;

/**
 * The folder of what was typed. One in which `exercise.json` is not there yet is shown too, with that as its problem; a
 * folder of many exercises is refused. Throws `WrongUse`.
 */
export async function findFolder(typed: string, cwd: string): Promise<string> {
	const folder = resolve(cwd, typed);
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	const targets = await findTargets([typed], { cwd }).catch((error: unknown) => {
		if (isFolder) return null;
		throw error;
	});
	if (!targets) return folder;
	const { root, id } = onlyOne(targets, typed, { cwd });
	return join(root, id);
}

const NAMES: Readonly<Record<Locale, string>> = { fr: 'in French', nl: 'in Dutch', en: 'in English' };

function readArguments(args: readonly string[]) {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			lang: { type: 'string', default: 'en' },
			port: { type: 'string' },
			open: { type: 'boolean', default: false },
			engine: { type: 'string' },
			trusted: { type: 'boolean', default: false }
		}
	});
	const [exercise, ...rest] = positionals;
	if (exercise === undefined || rest.length > 0) throw new WrongUse(`Name one exercise.\n\n${usage}`);
	const { lang, port, open, engine, trusted } = values;
	if (!isLocale(lang)) throw new WrongUse(`--lang is one of ${LOCALES.join(', ')}.`);
	if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
		throw new WrongUse('--port is a number from 1 to 65535.');
	return { exercise, locale: lang, port: port === undefined ? null : Number(port), open, engine, trusted };
}

const aborted = (signal: AbortSignal): Promise<void> =>
	new Promise((done) => {
		if (signal.aborted) done();
		else signal.addEventListener('abort', () => done(), { once: true });
	});

async function run(args: readonly string[], { terminal, signal, cwd, kinds }: VerbContext): Promise<number> {
	const { exercise, locale, port, open, engine, trusted } = readArguments(args);
	const folder = await findFolder(exercise, cwd);
	const wish = { typed: engine, foreign: await foreignCode([folder]), trusted, flag: '--trusted' };
	const setup = await openSetup(await chooseEngine(wish, terminal), signal, kinds);
	const { harnesses } = setup;
	let preview: Preview | undefined;
	try {
		preview = await openPreview(folder, setup, join(PROJECT, '.cache/preview', String(process.pid)));
		const { id } = preview;
		const server = await servePreview(preview, { port, locale, harnesses });
		const others = LOCALES.filter((other) => other !== locale);
		const address = (language: Locale) => `${server.origin}/${language}/${id}`;
		terminal.out(`${id}: ${address(locale)}`);
		for (const other of others) terminal.say(`  ${NAMES[other].padEnd(11)} ${address(other)}`);
		terminal.say('The page follows each save. Ctrl+C ends it.');
		if (open) server.show();
		await aborted(signal);
		await server.close();
		terminal.say('The preview has ended.');
		return 0;
	} finally {
		await preview?.dispose();
		await setup.dispose();
	}
}

/** `preview`: the exercise page for one folder. */
export const previewVerb: Verb = {
	summary: 'Show one exercise in the browser while you write it',
	usage: () => usage,
	run
};

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, LOCALES, type Locale } from '../../lib/contract/locale.ts';
import { openHarnesses, PROJECT } from '../setup.ts';
import { WrongUse, type Verb, type VerbContext } from '../verb.ts';
import { openPreview } from './open-preview.ts';
import { servePreview, DEFAULT_PORT } from './serve-preview.ts';

const usage = `npm run exercise -- preview <folder> [--lang fr|nl|en] [--port N] [--open]

Shows one exercise in a browser, as learners see it, with a real Check. The page follows each save. A mistake in the
folder is shown with its file, line and what to do, and the page comes back when it is repaired. The solution and
each wrong/ can be loaded into the editor. The folder may lie anywhere and needs no map. Ctrl+C ends it.

  --lang   the language that is opened: ${LOCALES.join(', ')} (default en)
  --port   where it is served, on this machine only (default ${DEFAULT_PORT}, or the next that is free)
  --open   opens the browser

Example: npm run exercise -- preview exercises/programming/shout --open`;

const NAMES: Readonly<Record<Locale, string>> = { fr: 'in French', nl: 'in Dutch', en: 'in English' };

function readArguments(args: readonly string[], cwd: string) {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			lang: { type: 'string', default: 'en' },
			port: { type: 'string' },
			open: { type: 'boolean', default: false }
		}
	});
	const [folder, ...rest] = positionals;
	if (folder === undefined || rest.length > 0) throw new WrongUse(`Name one folder.\n\n${usage}`);
	const { lang, port, open } = values;
	if (!isLocale(lang)) throw new WrongUse(`--lang is one of ${LOCALES.join(', ')}.`);
	if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
		throw new WrongUse('--port is a number from 1 to 65535.');
	return { folder: resolve(cwd, folder), locale: lang, port: port === undefined ? null : Number(port), open };
}

const aborted = (signal: AbortSignal): Promise<void> =>
	new Promise((done) => {
		if (signal.aborted) done();
		else signal.addEventListener('abort', () => done(), { once: true });
	});

async function run(args: readonly string[], { terminal, signal, cwd }: VerbContext): Promise<number> {
	const { folder, locale, port, open } = readArguments(args, cwd);
	const harnesses = await openHarnesses();
	const preview = await openPreview(folder, harnesses, join(PROJECT, '.cache/preview', String(process.pid)));
	try {
		const server = await servePreview(preview, { port, locale, harnesses });
		const others = LOCALES.filter((other) => other !== locale);
		const address = (language: Locale) => `${server.origin}/${language}/${preview.id}`;
		terminal.out(`${preview.id}: ${address(locale)}`);
		for (const other of others) terminal.say(`  ${NAMES[other].padEnd(11)} ${address(other)}`);
		terminal.say('The page follows each save. Ctrl+C ends it.');
		if (open) server.show();
		await aborted(signal);
		await server.close();
		terminal.say('The preview has ended.');
		return 0;
	} finally {
		await preview.dispose();
	}
}

/** `preview`: the exercise page for one folder. */
export const previewVerb: Verb = {
	summary: 'shows one exercise in the browser while you write it',
	usage,
	run
};

import * as assertModule from 'node:assert';
import * as bufferModule from 'node:buffer';
import * as cryptoModule from 'node:crypto';
import * as eventsModule from 'node:events';
import * as pathModule from 'node:path';
import * as querystringModule from 'node:querystring';
import * as readlineModule from 'node:readline';
import * as readlinePromises from 'node:readline/promises';
import * as streamModule from 'node:stream';
import * as streamPromises from 'node:stream/promises';
import * as decoderModule from 'node:string_decoder';
import * as urlModule from 'node:url';
import * as utilModule from 'node:util';

type Exports = Record<string, unknown>;
type Named = Readonly<Record<string, unknown>>;

/** The module itself: some are functions, such as `events`. */
const whole = (module: object): Named => ((module as { default?: Named }).default ?? module) as Named;

const assert = whole(assertModule);
const buffer = whole(bufferModule);
const crypto = whole(cryptoModule);
const events = whole(eventsModule);
const querystring = whole(querystringModule);
const readline = whole(readlineModule);
const stream = whole(streamModule);
const decoder = whole(decoderModule);
const url = whole(urlModule);
const util = whole(utilModule);
const { posix, win32 } = pathModule;

/** Some of a module's exports: what reaches out of the realm, or shows more of it, is not on the list. */
function pick(module: Named, names: string): Exports {
	const picked: Exports = {};
	for (const name of names.split(' ')) if (module[name] !== undefined) picked[name] = module[name];
	return picked;
}

const CRYPTO =
	'createHash createHmac createCipheriv createDecipheriv randomUUID randomBytes randomInt randomFillSync getRandomValues timingSafeEqual getHashes ' +
	'getCiphers hash pbkdf2Sync scryptSync hkdfSync Hash Hmac constants';
const UTIL =
	'format formatWithOptions promisify callbackify inherits isDeepStrictEqual types TextEncoder TextDecoder ' +
	'stripVTControlCharacters styleText toUSVString getSystemErrorName isArray';
const URLS =
	'URL URLSearchParams Url parse format resolve fileURLToPath domainToASCII domainToUnicode urlToHttpOptions';
const BUFFER =
	'Buffer Blob File SlowBuffer atob btoa constants kMaxLength kStringMaxLength isUtf8 isAscii transcode';

/** No pool: what one part of the realm writes into its buffers is not to be read through those of another. */
export function lockBuffer(): void {
	const { Buffer } = bufferModule;
	Buffer.poolSize = 0;
	const alloc = Buffer.alloc.bind(Buffer);
	// Memory that is not cleared would show what the host sent.
	Buffer.allocUnsafe = (size) => alloc(size);
	Buffer.allocUnsafeSlow = (size) => alloc(size);
}

/** `inspect` with options of its own: changing them changes nobody else's. */
function ownInspect(): object {
	const { inspect } = utilModule;
	const own = (value: unknown, options?: unknown, ...rest: unknown[]) =>
		(inspect as (...args: unknown[]) => string)(value, options, ...rest);
	return Object.assign(own, {
		custom: inspect.custom,
		colors: { ...inspect.colors },
		styles: { ...inspect.styles },
		defaultOptions: { ...inspect.defaultOptions }
	});
}

function utilFor(argv: () => readonly string[]): Exports {
	return {
		...pick(util, UTIL),
		inspect: ownInspect(),
		parseArgs: (config: { args?: readonly string[] } = {}) =>
			(utilModule.parseArgs as (config: object) => unknown)({ args: argv().slice(2), ...config }),
		deprecate: (fn: unknown) => fn,
		debuglog: () => Object.assign(() => {}, { enabled: false })
	};
}

/** Paths count from the program's working directory, not from the engine's. */
function pathFor(cwd: () => string): Exports {
	const resolve = (...parts: string[]) => posix.resolve(cwd(), ...parts);
	const own: Exports = {
		...posix,
		resolve,
		relative: (from: string, to: string) => posix.relative(resolve(from), resolve(to)),
		win32: { ...win32 }
	};
	own.posix = own;
	return own;
}

const urlFor = (cwd: () => string): Exports => ({
	...pick(url, URLS),
	pathToFileURL: (path: string) => {
		const full = posix.resolve(cwd(), path);
		return urlModule.pathToFileURL(path.endsWith('/') && full !== '/' ? `${full}/` : full);
	}
});

/** Never a terminal: with one, keys such as ctrl+z would stop the engine. */
function readlineFor(module: Named): Exports {
	type Class = new (...args: unknown[]) => object;
	const Real = module.Interface as Class;
	const plain = (input: unknown, rest: unknown[]): unknown[] => {
		const {
			input: stream,
			output,
			completer,
			...options
		} = rest.length === 0 && typeof input === 'object' && input !== null && 'input' in input
			? (input as Record<string, unknown>)
			: { input, output: rest[0], completer: rest[1] };
		return [{ ...options, input: stream, output, completer, terminal: false }];
	};
	class Interface extends Real {
		constructor(input: unknown, ...rest: unknown[]) {
			super(...plain(input, rest));
		}
	}
	return {
		Interface,
		createInterface: (input: unknown, ...rest: unknown[]) => new Interface(input, ...rest),
		...pick(module, 'clearLine clearScreenDown cursorTo moveCursor Readline')
	};
}

/** What every machine says here: the same everywhere. */
const os = (): Exports => ({
	EOL: '\n',
	devNull: '/dev/null',
	arch: () => 'x64',
	platform: () => 'linux',
	type: () => 'Linux',
	release: () => '6.1.0',
	version: () => '#1 SMP',
	machine: () => 'x86_64',
	endianness: () => 'LE',
	hostname: () => 'localhost',
	homedir: () => '/home/learner',
	tmpdir: () => '/tmp',
	uptime: () => 3600,
	loadavg: () => [0, 0, 0],
	totalmem: () => 4 * 2 ** 30,
	freemem: () => 2 * 2 ** 30,
	availableParallelism: () => 2,
	cpus: () =>
		[0, 1].map(() => ({ model: 'CPU', speed: 2000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } })),
	networkInterfaces: () => ({}),
	userInfo: () => ({ uid: 1000, gid: 1000, username: 'learner', homedir: '/home/learner', shell: '/bin/sh' }),
	constants: { signals: { SIGINT: 2, SIGTERM: 15 }, errno: {} }
});

/** What is shared by all copies, to be frozen. */
export const sharedBuiltins = (): object[] => [
	...[assert, events, stream, decoder].map((module) => module as object),
	...[pick(crypto, CRYPTO), pick(util, UTIL), pick(url, URLS), pick(buffer, BUFFER)].flatMap((picked) =>
		Object.values(picked).filter(
			(value): value is object => typeof value === 'function' || typeof value === 'object'
		)
	),
	...[readline, readlinePromises].map((module) => (module as Named).Interface as object),
	(whole(readlinePromises) as { Readline: object }).Readline,
	posix,
	win32,
	...Object.values(querystring).filter((value): value is object => typeof value === 'function'),
	streamPromises
];

/** A module of Node by its name without "node:", made for one owner; undefined for those that a world has itself. */
export function builtinFor(
	name: string,
	owner: { cwd(): string; argv(): readonly string[] }
): object | undefined {
	switch (name) {
		case 'assert':
			return assert;
		case 'assert/strict':
			return assert.strict as object;
		case 'buffer':
			return pick(buffer, BUFFER);
		case 'crypto':
			return pick(crypto, CRYPTO);
		case 'events':
			return events;
		case 'os':
			return os();
		case 'path':
		case 'path/posix':
			return pathFor(owner.cwd);
		case 'querystring':
			return { ...querystring };
		case 'readline':
			return { ...readlineFor(readline), promises: readlineFor(whole(readlinePromises)) };
		case 'readline/promises':
			return readlineFor(whole(readlinePromises));
		case 'stream':
			return stream;
		case 'stream/promises':
			return { ...whole(streamPromises) };
		case 'string_decoder':
			return { ...decoder };
		case 'url':
			return urlFor(owner.cwd);
		case 'util':
			return utilFor(owner.argv);
		default:
			return undefined;
	}
}

import type { Sandbox, SandboxEnd } from '../../engines/host/talk-with.ts';
import type { SandboxProcess } from '../sandbox/deno-sandbox.ts';
import { startBrowser, type BrowserProcess } from './browser-process.ts';
import type { BrowserWay } from './browser-ways.ts';
import { openPageSandbox, type PageSandbox } from './page-sandbox.ts';
import type { BrowserPages, PageRealm } from './serve-page.ts';
import { memoryOf } from './watch-growth.ts';

/** Submissions after which a browser is renewed, however well it is. */
const RENEW_AFTER = 50;
/** Bytes that a browser may have kept of its submissions. */
const KEPT_BYTES = 256 * 1024 * 1024;
/** Browsers that wait without a page, besides those that have one ready. */
const IDLE = 2;

interface Living {
	process: BrowserProcess;
	/** Submissions that it has taken. */
	taken: number;
	/** Of its processes when it had started; null where nobody can tell. */
	memory: number | null;
	/** Whether it waits for a submission, alone or with its page: whatever ends it then is none. */
	waits: boolean;
}

export interface BrowserCounts {
	/** Browsers that live. */
	browsers: number;
	/** Of these, since the server's start: those that were ended because a submission did not end by itself, or died. */
	spoiled: number;
	/** And those that were renewed in time. */
	renewed: number;
}

/** How browsers are, told while they work; what a submission did to one is no sign of that. */
interface BrowserSigns {
	/** A submission has ended in it as it should. */
	worked(): void;
	/** A new browser did not start or opened no page, or one died that had no submission. */
	failed(): void;
}

/**
 * Browsers for pages: each has one submission at a time, in a context of its own, and is ended with a submission that did
 * not end by itself. Another submission never waits for that, and never shares a browser with it.
 */
export function createBrowsers(chromium: string, pages: BrowserPages, { worked, failed }: BrowserSigns) {
	const all = new Set<BrowserProcess>();
	const starting = new Set<Promise<BrowserProcess>>();
	const disposal = new AbortController();
	const counts = { spoiled: 0, renewed: 0 };
	let idle: Living[] = [];
	const isDisposed = () => disposal.signal.aborted;

	async function begin(way: BrowserWay): Promise<Living> {
		const start = startBrowser(chromium, way, pages, disposal.signal);
		starting.add(start);
		const process = await start.finally(() => starting.delete(start));
		all.add(process);
		const living: Living = { process, taken: 0, memory: memoryOf(process.pid), waits: false };
		void process.closed.then(({ killed }) => {
			all.delete(process);
			idle = idle.filter((one) => one !== living);
			if (!killed && living.waits) failed();
		});
		if (isDisposed()) process.kill();
		return living;
	}

	async function open(way: BrowserWay, realm: PageRealm): Promise<[Living, PageSandbox]> {
		const known = idle.pop();
		let living = known;
		try {
			living ??= await begin(way);
			living.waits = false;
			const page = await openPageSandbox(living.process, realm);
			living.waits = true;
			return [living, page];
		} catch (error) {
			living?.process.kill();
			// One that has waited may have died meanwhile; a new one that opens no page is all that this machine has.
			if (known === undefined) throw error;
			return open(way, realm);
		}
	}

	async function takeBack(living: Living, usable: boolean): Promise<void> {
		const { process, memory } = living;
		living.taken += 1;
		if (usable && !living.waits) worked();
		living.waits = usable;
		if (!usable) counts.spoiled += 1;
		else {
			const grown = (memoryOf(process.pid) ?? 0) - (memory ?? 0) > KEPT_BYTES;
			if (living.taken >= RENEW_AFTER || grown) counts.renewed += 1;
			else if (!isDisposed() && idle.length < IDLE) return void idle.push(living);
		}
		process.kill();
		await process.closed;
	}

	/** A page that is ready for one submission; as a process of Deno's is, so that spares are made of it. */
	function start(way: BrowserWay, realm: PageRealm): SandboxProcess {
		let inner: Sandbox | null = null;
		let killed = false;
		let take = () => {};
		let end: (how: SandboxEnd) => void = () => {};
		const ended = new Promise<SandboxEnd>((resolve) => (end = resolve));
		let closed: Promise<void> = Promise.resolve();
		const ready = open(way, realm).then(
			([living, { sandbox, over }]) => {
				inner = sandbox;
				take = () => void (living.waits = false);
				void sandbox.ended.then(end);
				closed = over.then((usable) => takeBack(living, usable));
				if (killed) sandbox.kill();
				return true;
			},
			(error: unknown) => {
				if (!isDisposed()) {
					console.error(`A page was not opened: ${String(error)}`);
					failed();
				}
				end('engine-failed');
				return false;
			}
		);
		return {
			ready,
			closed: ready.then(() => closed),
			pid: undefined,
			sandbox: {
				ended,
				post(request) {
					take();
					inner?.post(request);
				},
				listen: (listener) => inner?.listen(listener),
				kill() {
					killed = true;
					inner?.kill();
				}
			}
		};
	}

	return {
		start,
		counts: (): BrowserCounts => ({ browsers: all.size, ...counts }),
		/** Ends every browser, also those that are starting; settles when they are gone. */
		async dispose(): Promise<void> {
			disposal.abort();
			const living = [...all];
			for (const { kill } of living) kill();
			await Promise.allSettled([...living.map(({ closed }) => closed), ...starting]);
		}
	};
}

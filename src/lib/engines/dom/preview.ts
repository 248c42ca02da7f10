import { isStep, STEP_FAULTS, type Step, type StepFault } from '../../contract/bug-report.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import { isOutput } from '../host/hear-message.ts';
import { createHeardOutput } from '../host/heard-output.ts';
import { onPageRuns } from '../host/page-runs.ts';
import { announceStuck, onStuck } from '../host/stuck-frames.ts';
import type { SaidOutput } from '../harness/protocol.ts';
import { createLeavingFrames, type AskedFrame } from './leaving-frames.ts';
import { openPageFrame, type PageFrame } from './page-frame.ts';
import { onlyStylesChanged } from './page-changes.ts';
import type { PreviewMessage, PreviewPage, PreviewRequest, Scroll } from './preview-protocol.ts';
import { RUNNING } from './run-frame.ts';

/**
 * `loading`: a page is on its way, what was shown stays; its console begins anew. `shown`: it is there. `stuck`: it took
 * too long or too much and was stopped. `failed`: no frame could be had, or the page goes away as soon as it is shown.
 */
export type PreviewState = 'loading' | 'shown' | 'stuck' | 'failed';

export interface PreviewOptions {
	/** Where the page of `frame-page.ts` is, with the script of previews in it. */
	url: string;
	/** The accessible name of the frame, in the page's language. */
	title: string;
	/** What the page has printed so far. */
	onConsole(entries: readonly ConsoleEntry[]): void;
	onState(state: PreviewState): void;
	/** Where steps are recorded: what somebody did to the page. */
	onStep?(step: Step): void;
	/** How far a replay has come: all of it where `index` is the number of its steps. */
	onReplayed?(index: number, fault: StepFault | null): void;
}

export interface Preview {
	/** Shows a page, or what has changed of it. The latest one wins. */
	show(page: PreviewPage): void;
	/** Starts the page anew, at its entry. */
	reload(): void;
	/** Starts the page anew, and does these steps to it once it is there. Only where steps are recorded. */
	replay(steps: readonly Step[], paceMs: number): void;
	dispose(): void;
}

/** A page that answers nothing for three of these is stopped: a loop, or work that nobody would wait for. */
const PING_MS = 400;
const MISSED_PINGS = 3;
/** How much later than it should a look at the page may come. */
const LATE = 1.5;
/** A page that has not answered by now, and beside which a check has not begun by now, stands in the check's way. */
const IN_THE_WAY_MS = 250;
/** A page that leaves again this soon after it was shown would do so for ever. */
const LEAVES_AGAIN_MS = 3000;

interface Shown {
	element: HTMLIFrameElement;
	frame: PageFrame<PreviewMessage, PreviewRequest>;
}

const PLACE = 'position:absolute;inset:0;width:100%;height:100%;border:0;background:#fff';
const TOP: Scroll = { x: 0, y: 0 };

const isReplayed = ({ index, fault }: { index: unknown; fault: unknown }): boolean =>
	Number.isSafeInteger(index) && (fault === null || STEP_FAULTS.some((one) => one === fault));

/** A check that is running hangs the previews of its process too: then nobody can tell who it is. */
const checkIsRunning = (): boolean => document.querySelector(`iframe[${RUNNING}]`) !== null;

/**
 * The live preview of a page exercise, in `container`: a visible sandboxed frame, without Vitest. A changed page is
 * loaded behind the one that is seen and takes its place once it has been painted.
 */
export function createPreview(container: HTMLElement, options: PreviewOptions): Preview {
	const { url, title, onConsole, onState } = options;
	const life = new AbortController();
	let page: PreviewPage | null = null;
	let path = '';
	let scroll = TOP;
	let said: string | null = null;
	/** What is to be done to the page once it is shown. */
	let replaying: Extract<PreviewRequest, { type: 'replay' }> | null = null;
	let front: Shown | null = null;
	let next: Shown | null = null;
	const leaving = createLeavingFrames();
	let turn = new AbortController();
	let state: PreviewState | null = null;
	let lastLeft = -Infinity;
	/** Page checks that go on: no page is opened beside them, what is to be shown is shown after them. */
	let checks = 0;
	let postponed = false;

	const say = (now: PreviewState) => onState((state = now));
	let printed = createHeardOutput();
	function hearConsole(said: SaidOutput): void {
		if (!isOutput(said)) return;
		printed.take(said);
		onConsole(printed.all());
	}
	if (getComputedStyle(container).position === 'static') container.style.position = 'relative';

	/** Removes all frames, also one that is still being opened. */
	function clear(): void {
		turn.abort();
		for (const shown of [front, next]) shown?.frame.remove();
		front = next = null;
		leaving.removeAll();
	}

	/** Every frame that a page runs in. */
	const framesWithPages = (): AskedFrame[] => [
		...[front, next].flatMap((shown) => shown?.frame ?? []),
		...leaving.frames
	];
	/** Whether one of them has not answered the last question yet. */
	const isSilent = () => framesWithPages().some(({ missed }) => missed > 0);

	function stop(): void {
		// While a page leaves, nobody can tell whose loop it is: this page is shown again alone, and known for what it is then.
		if (leaving.frames.length > 0) return announceStuck();
		clear();
		say('stuck');
		announceStuck();
	}

	function place(element: HTMLIFrameElement): void {
		element.style.cssText = `${PLACE};z-index:0`;
		element.title = title;
		// Behind what is seen until it has been painted.
		element.inert = true;
		container.append(element);
	}

	function hear(shown: Shown, message: PreviewMessage): void {
		const isLatest = shown === (next ?? front);
		if (message.type === 'held' && isLatest) return stop();
		if (message.type === 'console' && isLatest) hearConsole(message);
		if (message.type === 'scrolled' && shown === front) scroll = message.scroll;
		if (message.type === 'step' && shown === front && isStep(message.step)) options.onStep?.(message.step);
		if (message.type === 'replayed' && shown === front && isReplayed(message))
			options.onReplayed?.(message.index, message.fault);
		if (message.type === 'follow' && isLatest && page && Object.hasOwn(page.files, message.path)) {
			path = message.path;
			scroll = TOP;
			said = message.said;
			open();
		}
		if (message.type === 'shown' && shown === next) {
			if (front) leaving.add(front);
			front = shown;
			next = null;
			shown.element.inert = false;
			shown.element.style.zIndex = '1';
			say('shown');
			if (replaying) shown.frame.post(replaying);
			replaying = null;
		}
	}

	function left(shown: Shown): void {
		if (shown !== front && shown !== next) return;
		for (const other of [front, next]) if (other && other !== shown) leaving.add(other);
		front = next = null;
		turn.abort();
		shown.frame.remove();
		const again = performance.now() - lastLeft < LEAVES_AGAIN_MS;
		lastLeft = performance.now();
		if (again) return say('failed');
		open();
	}

	function open(): void {
		turn.abort();
		if (next) leaving.add(next);
		next = null;
		turn = new AbortController();
		say('loading');
		printed = createHeardOutput();
		onConsole([]);
		if (checks > 0) postponed = true;
		else void load(turn.signal);
	}

	function begin(): void {
		if (!page) return;
		path = page.entry;
		scroll = TOP;
		open();
	}

	async function load(signal: AbortSignal): Promise<void> {
		const shownPage = page;
		if (!shownPage) return;
		let element: HTMLIFrameElement | null = null;
		const opening = {
			url,
			signal,
			place: (frame: HTMLIFrameElement) => place((element = frame))
		};
		let frame: Shown['frame'];
		try {
			frame = await openPageFrame<PreviewMessage, PreviewRequest>(opening);
		} catch {
			if (!signal.aborted) say('failed');
			return;
		}
		if (signal.aborted || !element) return frame.remove();
		const shown: Shown = { element, frame };
		next = shown;
		frame.listen((message) => hear(shown, message));
		void frame.left.then(() => left(shown));
		const { files, learner } = shownPage;
		frame.post({ type: 'show', files, code: learner.code, pages: learner.pages, path, scroll, said });
		said = null;
	}

	let lookedAt = performance.now();
	const watch = setInterval(() => {
		const now = performance.now();
		// Where this page does not get the processor in time either, nobody can tell who hangs.
		const inTime = now - lookedAt < PING_MS * LATE;
		lookedAt = now;
		for (const shown of [front, next]) {
			if (!shown) continue;
			if (shown.frame.missed >= MISSED_PINGS && inTime && !checkIsRunning()) return stop();
			void shown.frame.ping();
		}
		for (const frame of leaving.frames) {
			if (frame.missed >= MISSED_PINGS && inTime && !checkIsRunning()) return announceStuck();
			void frame.ping();
		}
	}, PING_MS);
	// Somebody else's loop: this page is shown again, a turn later, when the process is gone.
	onStuck(() => {
		if (state === 'stuck') return;
		clear();
		setTimeout(() => page && !life.signal.aborted && open());
	}, life.signal);

	/** A page that hangs when a check begins is removed: it is shown again after the check, and known for what it is then. */
	function giveWay(): void {
		if (checks === 0 || checkIsRunning() || !isSilent()) return;
		clear();
		postponed = true;
		announceStuck();
	}
	onPageRuns(
		{
			begins() {
				checks += 1;
				for (const frame of framesWithPages()) void frame.ping();
				// One that is still being opened may begin to loop at any moment.
				if (state === 'loading' && next === null) {
					turn.abort();
					postponed = page !== null;
				}
				setTimeout(giveWay, IN_THE_WAY_MS);
			},
			ended() {
				checks -= 1;
				if (checks > 0 || !postponed) return;
				postponed = false;
				setTimeout(() => page && !life.signal.aborted && open());
			}
		},
		life.signal
	);

	return {
		show(changed) {
			const before = page;
			page = changed;
			if (before?.entry !== changed.entry || !Object.hasOwn(changed.files, path)) {
				path = changed.entry;
				scroll = TOP;
			}
			const seen = front !== null && next === null && state === 'shown';
			if (before && front && seen && onlyStylesChanged(before, changed))
				front.frame.post({ type: 'styles', files: changed.files });
			else open();
		},
		reload() {
			replaying = null;
			begin();
		},
		replay(steps, paceMs) {
			// A list that is watched by a page is no message.
			replaying = { type: 'replay', steps: structuredClone(steps), paceMs };
			begin();
		},
		dispose() {
			life.abort();
			clearInterval(watch);
			const silent = isSilent();
			clear();
			if (silent) announceStuck();
		}
	};
}

import * as natives from './natives.ts';
import type { SandboxHost, UncaughtListener } from './protocol.ts';

/** An engine tells of a rejection in the next turn of its event loop: a turn that takes longer never comes. */
const TOLD_MS = 2000;
/** The same at the beginning, when nothing else is under way. */
const FIRST_TOLD_MS = 200;
/** And turns that must have passed as well: on a machine that stood still all its time is over before its first turn. */
const TOLD_TURNS = 10;

/**
 * Listens for what nobody caught, and knows when every rejection was told of. Made while a sandbox boots, before there is a
 * program: whether this engine tells at all is found out then, and a run does not wait for it.
 */
export function createRejections(
	onUncaught: SandboxHost['onUncaught'],
	{ clearTimer, reject, setTimer }: Pick<typeof natives, 'clearTimer' | 'reject' | 'setTimer'> = natives
) {
	const waiting = new Map<unknown, () => void>();
	let listener: UncaughtListener = () => false;
	let tells = false;
	let listens = true;

	/**
	 * Resolves with whether a rejection of our own was told of: then so was every one before it. One that is told of later is
	 * still known, and shows that this engine tells.
	 */
	const probe = (limitMs: number): Promise<boolean> =>
		new Promise((resolve) => {
			const own = {};
			let turns = 0;
			const look = (): void => {
				turns += 1;
				if (turns > TOLD_TURNS) resolve(false);
				else timer = setTimer(look, 0);
			};
			let timer = setTimer(look, limitMs);
			waiting.set(own, () => {
				clearTimer(timer);
				tells = true;
				resolve(true);
			});
			void reject(own);
		});
	const turn = (): Promise<void> => new Promise((resolve) => void setTimer(resolve, 0));

	onUncaught((thrown, promise) => {
		const ours = waiting.get(thrown);
		if (!ours) return listener(thrown, promise);
		waiting.delete(thrown);
		ours();
		return true;
	});
	return {
		/** Settles once it is known whether this engine tells of rejections. */
		begun: probe(FIRST_TOLD_MS),
		/** False once this realm has stopped to tell of rejections: a program prevents it. */
		get listens(): boolean {
			return listens;
		},
		/** Sets who is told of what is not our own. */
		listen: (next: UncaughtListener): void => void (listener = next),
		turn,
		/** Waits until every promise that was rejected so far, and that nobody handles, has been told of. */
		async heard(): Promise<void> {
			if (!tells) return turn();
			listens = (await probe(TOLD_MS)) && listens;
		}
	};
}
export type Rejections = ReturnType<typeof createRejections>;

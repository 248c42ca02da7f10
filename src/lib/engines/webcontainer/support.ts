/** What decides whether a WebContainer can boot on a device. */
export interface DeviceFacts {
	crossOriginIsolated: boolean;
	sharedMemory: boolean;
	userAgent: string;
	/** iPads call themselves Macs; no Mac has a touch screen. */
	touchPoints: number;
}

export type Support = { ok: true } | { ok: false; reason: 'not-isolated' | 'ios' };

/**
 * Whether the device has what a container needs. Source of the rules: webcontainers.io, "Browser support". Nothing can
 * be said here of the network: whether the service answers is found out by booting.
 */
export function supportOf({
	crossOriginIsolated,
	sharedMemory,
	userAgent,
	touchPoints
}: DeviceFacts): Support {
	const ios = /iPad|iPhone|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
	if (ios) return { ok: false, reason: 'ios' };
	return crossOriginIsolated && sharedMemory ? { ok: true } : { ok: false, reason: 'not-isolated' };
}

export const supportHere = (): Support =>
	supportOf({
		crossOriginIsolated: globalThis.crossOriginIsolated === true,
		sharedMemory: typeof SharedArrayBuffer === 'function',
		userAgent: navigator.userAgent,
		touchPoints: navigator.maxTouchPoints
	});

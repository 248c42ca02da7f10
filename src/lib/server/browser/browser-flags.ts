/** Heap of V8 in one page, MB: an exercise that needs more is a loop. */
const HEAP_MB = 256;

/** What a browser does besides showing pages, much of it for every new window: a third of the cost of a submission. */
const FEATURES_OFF = [
	'AimEnabled',
	'DialMediaRouteProvider',
	'GlobalMediaControls',
	'MediaRouter',
	'OmniboxPopup',
	'OptimizationHints',
	'SpareRendererForSitePerProcess',
	'Translate',
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxPopup'
];

/** A mouse that can hover, as a laptop has: a server has none, and pages ask (`@media (hover)`). */
const LAPTOP = 'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/**
 * @param profile folder for what it writes
 * @param ownSandbox whether pages are in Chromium's own sandbox, which needs namespaces of its own
 */
export const browserFlags = (profile: string, ownSandbox: boolean): string[] => [
	'--headless=new',
	'--remote-debugging-pipe',
	`--user-data-dir=${profile}`,
	...(ownSandbox ? [] : ['--no-sandbox']),
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-background-networking',
	'--disable-breakpad',
	'--disable-component-extensions-with-background-pages',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-extensions',
	'--disable-field-trial-config',
	'--disable-quic',
	'--disable-sync',
	'--force-color-profile=srgb',
	'--lang=en-US',
	'--metrics-recording-only',
	'--mute-audio',
	'--password-store=basic',
	'--use-mock-keychain',
	`--blink-settings=${LAPTOP}`,
	`--disable-features=${FEATURES_OFF.join(',')}`,
	// Beside interception and the network's namespace: a name leads nowhere.
	'--host-resolver-rules=MAP * ~NOTFOUND',
	`--js-flags=--max-old-space-size=${HEAP_MB}`,
	'about:blank'
];

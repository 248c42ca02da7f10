/** Interfaces of a page that programs and suites use. None of them reaches out of the frame. */
const INTERFACE =
	/^(?:HTML\w+|SVG\w+|CSS\w*|DOM(?!Storage)\w+|(?:UI|Custom|Keyboard|Mouse|Pointer|Focus|Wheel|Input|Submit|Clipboard|Drag|Touch|Animation|Transition|HashChange|PopState|Toggle|FormData|Progress|Error|Composition|Before\w+|MediaQueryList|PageTransition|Storage|Message)Event)$/;
const INTERFACES = [
	'Node Element Attr Document DocumentFragment DocumentType XMLDocument Text Comment CharacterData NodeList HTMLCollection',
	'NamedNodeMap RadioNodeList NodeFilter NodeIterator TreeWalker Range StaticRange Selection Event EventTarget Image Option',
	'MutationObserver MutationRecord IntersectionObserver IntersectionObserverEntry ResizeObserver ResizeObserverEntry',
	'StyleSheet StyleSheetList MediaList MediaQueryList FormData File FileList FileReader Blob Headers Request Response',
	'ValidityState DataTransfer DataTransferItem DataTransferItemList Touch TouchList XMLSerializer ShadowRoot Window',
	'ReadableStream WritableStream TransformStream AbortController AbortSignal Animation KeyframeEffect PromiseRejectionEvent ElementInternals CSS'
].flatMap((line) => line.split(' '));
const VALUES = [
	'window self document frames parent top location history navigator screen getComputedStyle getSelection matchMedia',
	'requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback fetch alert confirm prompt',
	'addEventListener removeEventListener dispatchEvent scroll scrollTo scrollBy scrollX scrollY pageXOffset pageYOffset',
	'innerWidth innerHeight outerWidth outerHeight devicePixelRatio focus blur crypto isSecureContext origin event name',
	'reportError'
].flatMap((line) => line.split(' '));
/** Handlers of the window: `onload = …`. */
const HANDLER = /^on[a-z]+$/;
/** What leaves the page, in spite of its name. */
const REACHES_OUT = /^(?:HTML(?:Portal|FencedFrame)\w*|on(?:message|messageerror))$/;

/** Names of the global object that stay in a page's realm, among those that it has. */
export function pageGlobals(): string[] {
	const names = new Set<string>();
	for (let at: object | null = globalThis; at && at !== Object.prototype; at = Object.getPrototypeOf(at))
		for (const name of Object.getOwnPropertyNames(at)) names.add(name);
	const listed = new Set([...INTERFACES, ...VALUES]);
	return [...names].filter(
		(name) => !REACHES_OUT.test(name) && (listed.has(name) || INTERFACE.test(name) || HANDLER.test(name))
	);
}

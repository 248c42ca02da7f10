import { KEYBOARD_IDS, type KeyboardId } from './keyboards.ts';

const KEY = 'passerelle.keyboard';

/** The keyboard that was chosen on this device; null where none was. */
export function readKeyboard(store: Pick<Storage, 'getItem'> | null): KeyboardId | null {
	try {
		const kept = store?.getItem(KEY);
		return KEYBOARD_IDS.find((id) => id === kept) ?? null;
	} catch {
		// Forbidden: as if never chosen.
		return null;
	}
}

export function writeKeyboard(store: Pick<Storage, 'setItem'> | null, id: KeyboardId): void {
	try {
		store?.setItem(KEY, id);
	} catch {
		// Forbidden or full: it then holds until the page is left.
	}
}

/** What a browser says of a device. */
export interface DeviceKeys {
	mac: boolean;
	/** Whether there is a mouse or a touchpad: where there is none, the keys are usually on the screen. */
	finePointer: boolean;
	/** By preference, as browsers name them: `fr-BE`. */
	languages: readonly string[];
	/** What the key at the place of Q on a QWERTY keyboard writes; undefined where the browser does not say. */
	keyQ?: string;
	/** The same of the key 6 of the upper row: `§` in Belgium, `-` in France. */
	digit6?: string;
}

/** The keyboard that a device probably has. Only a proposal: people use other people's computers, set to other languages. */
export function guessKeyboard({ mac, finePointer, languages, keyQ, digit6 }: DeviceKeys): KeyboardId {
	if (!finePointer) return 'touch';
	const azerty = (): KeyboardId => (mac ? 'mac-azerty' : 'be');
	const qwerty = (): KeyboardId => (mac ? 'mac-qwerty' : 'qwerty');
	if (keyQ === 'a') return !mac && digit6 === '-' ? 'fr' : azerty();
	if (keyQ === 'q') return qwerty();
	const [first = ''] = languages;
	if (/^fr-FR$/i.test(first)) return mac ? 'mac-azerty' : 'fr';
	return /^(?:en|nl-NL$)/i.test(first) ? qwerty() : azerty();
}

interface KeyboardMap {
	getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Asks this browser. Never rejects. */
export async function readDeviceKeys(): Promise<DeviceKeys> {
	const { keyboard, platform, languages } = navigator as Navigator & { keyboard?: KeyboardMap };
	// Only Chromium has it, and not in every frame.
	const layout = await keyboard?.getLayoutMap().catch(() => undefined);
	return {
		mac: /mac|iphone|ipad/i.test(platform),
		finePointer: matchMedia('(pointer: fine)').matches,
		languages,
		keyQ: layout?.get('KeyQ'),
		digit6: layout?.get('Digit6')
	};
}

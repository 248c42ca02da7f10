import type { Device } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { Person } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { usable } from './runs.ts';
import { chain, check, type Why } from './why.ts';

type Setting = Device['settings'][string] | undefined;
type Gate = readonly [setting: string, holds: (value: Setting, person: Person) => boolean, is: string];

const above = (least: number) => (value: Setting) => value === undefined || Number(value) >= least;
const isNot = (bad: Setting) => (value: Setting) => value !== bad;

/** Settings that only open or close something. One that a device does not have closes nothing. */
const GATES: Record<'hear' | 'speak' | 'type' | 'see', readonly Gate[]> = {
	hear: [
		['sound-muted', isNot(true), 'muted'],
		['sound-level', above(10), 'too-low'],
		['sound-output', isNot('screen'), 'other-output']
	],
	speak: [
		['microphone-muted', isNot(true), 'muted'],
		['microphone-allowed', isNot(false), 'not-allowed']
	],
	type: [
		['layout', (value, { layout }) => value === undefined || value === layout, 'other-layout'],
		['number-lock', isNot(false), 'numbers-off']
	],
	see: [
		['brightness', above(20), 'too-dark'],
		['text-size', above(100), 'too-small']
	]
};

/** Whether the settings of a device let a person hear, speak, type or see. */
export function gates(world: World, who: Id, on: Id, what: keyof typeof GATES): Why {
	return chain(usable(world, on), () => {
		const { settings } = world.devices[on]!;
		const person = own(world.people, who)!;
		return chain(
			...GATES[what].map(([name, holds, is]) => check(holds(settings[name], person), 'setting', name, is))
		);
	});
}

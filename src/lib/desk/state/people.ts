import type { Id, Minute } from './data.ts';

export type What =
	| 'open'
	| 'sign-in'
	| 'print'
	| 'read'
	| 'write'
	| 'run'
	| 'use'
	| 'hear'
	| 'speak'
	| 'type'
	| 'see'
	| 'charge'
	| 'keep'
	| 'page';

/** Somebody can do something with something, at a device. */
export interface Ability {
	who: Id;
	what: What;
	/** A site, a queue, a share, `device/run`, what a file holds; empty when it is about the device itself. */
	to: Id;
	on: Id;
}

export interface Account {
	enabled: boolean;
	lockedUntil: Minute | null;
	/** Goes up with each new password. */
	version: number;
	/** The next sign-in asks for a new password: nobody else knows it then. */
	mustChange: boolean;
	fails: { at: Minute; from: Id }[];
	groups: Id[];
	/** The device that gets its codes; null: it asks for none. */
	factor: Id | null;
}

export interface Policy {
	/** So many failures within so many minutes lock an account for so long. */
	lockAfter: number;
	within: Minute;
	lockFor: Minute;
	/** How far apart two clocks may be at sign-in. */
	maxSkew: Minute;
}

export interface Person {
	/** Null: she has none. */
	account: Id | null;
	/** The version of her password that she knows; null: she forgot it. */
	knows: number | null;
	/** Devices she may use; she sits at the first one. */
	uses: Id[];
	/** 0 needs every step shown, 3 does it alone. */
	skill: 0 | 1 | 2 | 3;
	layout: 'azerty' | 'qwerty';
	/** False: somebody who says to be this person. */
	genuine: boolean;
	/** Identified since the ticket began. */
	identified: boolean;
	/** Euros that she would spend. */
	purse: number;
	/** What she has agreed to: `device/part`, `device/erase`. */
	agreed: Id[];
	goals: Goal[];
}

export interface Goal extends Omit<Ability, 'who'> {
	/** Until when it must be possible; null: it can wait. */
	by: Minute | null;
}

export interface Ticket {
	from: Id;
	state: 'open' | 'closed';
	/** How often it came back because it still did not work. */
	reopened: number;
	/** Abilities that somebody may gain by it, as keys. */
	asked: string[];
}

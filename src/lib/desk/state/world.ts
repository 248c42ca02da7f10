import type { Account, Person, Policy, Ticket, What } from './people.ts';
import type { Device } from './device.ts';
import type { Change, Id, Minute } from './data.ts';
import type { Network, Outside, Wifi, Zone } from './network.ts';

/** A shared folder: a volume of a device, opened to groups over the network. */
export interface Share {
	device: Id;
	volume: Id;
	/** Group → what it may do. */
	rights: Record<Id, 'read' | 'write'>;
}

/** A page that waits to be printed. */
export interface Job {
	by: Id;
	/** The printer stops at it. */
	bad: boolean;
	held: boolean;
	/** The file it was printed from, by what it holds; null when nobody can print it again. */
	source: Id | null;
	/** Since when the printer works at it; null when it waits. */
	since: Minute | null;
	done: Minute | null;
}

/** A printing queue of a server. It knows its printer by address, as real ones do. */
export interface Queue {
	device: Id;
	to: string;
	paused: boolean;
	/** What a bad job does to the ones behind it. */
	onError: 'stop' | 'skip';
	/** In the order of their numbers: `job-1` before `job-2`. */
	jobs: Record<Id, Job>;
}

/** What will happen at a minute, whatever anybody does: a visitor comes, a site moves. */
export interface Happening {
	at: Minute;
	changes: Change[];
}

/** Somebody outside who repairs what the desk cannot. */
export interface Partner {
	/** From the call until it is done. */
	minutes: Minute;
	repairs: Change[];
}

/** A line of a device's log, written by rules only, so that symptoms and logs agree. */
export interface LogLine {
	at: Minute;
	device: Id;
	code: string;
	of: Id;
}

/** Something that was done and that rules of conduct are about. */
export interface Deed {
	at: Minute;
	did: 'account' | 'spent' | 'read-private' | 'opened-device' | 'erased' | 'secret';
	of: Id;
	/** Whether what it asks for (identity, consent, a copy) had come before. */
	fair: boolean;
}

/** What the house offers to everybody: the abilities that are looked at for each person. */
export interface Offer {
	what: Exclude<What, 'keep' | 'page'>;
	/** A site, a queue, a share, `device/run`; empty when it is about the device itself. */
	to: Id;
}

/**
 * A house with its devices and people at one minute. Plain data, whole numbers, no functions: two worlds are equal when their
 * JSON is. Times are minutes since the world began.
 */
export interface World {
	now: Minute;
	devices: Record<Id, Device>;
	networks: Record<Id, Network>;
	wifis: Record<Id, Wifi>;
	/** Whether the provider's line is up. */
	line: boolean;
	/** Address → what answers there, beyond the line. */
	outside: Record<string, Outside>;
	zones: Zone[];
	/** Name server → the one it asks for names that it does not know. */
	forwards: Record<string, string>;
	/** Where accounts are checked: device and service. */
	directory: { device: Id; run: Id };
	timeServer: string;
	policy: Policy;
	accounts: Record<Id, Account>;
	people: Record<Id, Person>;
	shares: Record<Id, Share>;
	queues: Record<Id, Queue>;
	offers: Offer[];
	/** Spare parts: what they cost in euros, and the parts that they replace. */
	stock: Record<Id, { part: string; price: number; left: number; watts: number }>;
	partners: Record<Id, Partner>;
	schedule: Happening[];
	log: LogLine[];
	deeds: Deed[];
	ticket: Ticket;
}

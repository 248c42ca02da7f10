import type { Id, Minute } from './data.ts';
import type { Certificate, Nic } from './network.ts';

/** Power comes through the first four, in this order; a device has some of them, each once. */
export type PartKind =
	'outlet' | 'adapter' | 'cable' | 'port' | 'battery' | 'clock-battery' | 'screen' | 'paper' | 'toner';

export interface Part {
	state: 'good' | 'loose' | 'dirty' | 'worn' | 'broken' | 'empty' | 'dangerous';
	/** What an adapter or a cable lets through; 0 where it does not matter. */
	watts: number;
}

export interface Charge {
	/** Thousandths of a percent. */
	level: number;
	/** Per minute, when it runs on its battery. */
	drain: number;
	/** Per minute, when it charges. */
	gain: number;
	/** What its chain of parts must let through. */
	watts: number;
}

/** What a service needs, besides a device that runs. */
export type Need = { need: 'space'; volume: Id } | { need: 'run'; device: Id; run: Id };

/** What a service keeps in a file. */
export interface Writer {
	volume: Id;
	file: string;
	/** Level of detail → kB a minute. */
	rates: Record<string, number>;
	level: string;
	/** The file never grows beyond this many kB; null: without end. */
	keep: number | null;
}

/** A service, a process or an app. */
export interface Run {
	state: 'on' | 'off';
	/** Begins when the device starts. */
	auto: boolean;
	port: number | null;
	/** Groups that may use it; null: everybody. */
	asks: Id[] | null;
	cert: Certificate | null;
	needs: Need[];
	/** Hundredths of a processor. */
	load: number;
	writes: Writer | null;
}

export interface DeskFile {
	kb: number;
	/** What is in it: a copy holds the same. Null: nobody's, such as a log. */
	holds: Id | null;
	/** The person it belongs to. */
	of: Id | null;
	private: boolean;
	/** Removed while a service still writes into it: it has no name any more, and its room is not free. */
	unlinked: boolean;
}

export interface Volume {
	kb: number;
	files: Record<string, DeskFile>;
}

/** A password that a device remembers: its version, never the password. */
export interface Saved {
	account: Id;
	version: number;
	/** It is tried so often, and next at this minute. */
	every: Minute;
	next: Minute;
}

export interface Device {
	kind: 'computer' | 'phone' | 'tablet' | 'printer' | 'router' | 'access-point' | 'server';
	/** Whose own it is; null: the house's. */
	owner: Id | null;
	/** Its owner has given it to the desk. */
	entrusted: boolean;
	/** In the house. */
	here: boolean;
	/** What its button says. */
	switched: boolean;
	/** Whether it runs: it is switched on, and has power. Kept by the rules of time, which start and stop it. */
	up: boolean;
	parts: Partial<Record<PartKind, Part>>;
	charge: Charge | null;
	/** How many minutes it is ahead of the true time; `auto`: it asks a time server. */
	clock: { skew: Minute; auto: boolean };
	nics: Record<Id, Nic>;
	/** Names that it knows by a line of its own. */
	hosts: Record<string, string>;
	/** Answers of name servers that it remembers. */
	cache: Record<string, { address: string; until: Minute }>;
	volumes: Record<Id, Volume>;
	runs: Record<Id, Run>;
	saved: Saved[];
	settings: Record<string, string | number | boolean>;
}

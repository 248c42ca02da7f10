import type { Id, Minute } from './data.ts';

/** What a device was given with its address, and keeps until it asks again. */
export interface Lease {
	network: Id;
	address: string;
	gateway: string;
	dns: string[];
	/** It asks again from here on, and has no address after `until`. */
	renew: Minute;
	until: Minute;
}

interface AnyNic {
	enabled: boolean;
	ip: 'auto' | { address: string; gateway: string };
	dns: 'auto' | string[];
	lease: Lease | null;
	/** Network → until when its portal lets this device through. */
	portal: Record<Id, Minute>;
}

export interface CableNic extends AnyNic {
	kind: 'cable';
	/** The network of the socket. */
	network: Id;
	cable: 'good' | 'out' | 'broken';
}

export interface WifiNic extends AnyNic {
	kind: 'wifi';
	radio: boolean;
	/** The Wi-Fi it has joined. */
	wifi: Id | null;
	/** Wi-Fi → the version of its password that it remembers. */
	keys: Record<Id, number>;
}

export type Nic = CableNic | WifiNic;

/** A name in the air, which leads into a network. Version 0 of its key: open. */
export interface Wifi {
	network: Id;
	key: number;
	/** The access point. */
	by: Id;
}

export interface Dhcp {
	by: Id;
	on: boolean;
	/** Last numbers of the addresses that it gives. */
	from: number;
	to: number;
	/** How long an address is lent. */
	minutes: Minute;
	gateway: string;
	dns: string[];
	/** Device → what is kept for it, whether it is still there or not. */
	leases: Record<Id, { address: string; until: Minute }>;
}

export interface Network {
	/** The first three numbers of its addresses. */
	prefix: string;
	/** The device that leads out of it. */
	gateway: Id;
	/** A page that asks first; how long it then lets through. Null: there is none. */
	portal: { minutes: Minute } | null;
	/** Where one may not go from here: beginnings of addresses. */
	blocks: string[];
	dhcp: Dhcp;
}

export interface Certificate {
	names: string[];
	from: Minute;
	until: Minute;
}

/** Port → what answers there. */
export type Outside = Record<string, { on: boolean; cert: Certificate | null; asks: Id[] | null }>;

/** Names, and the servers that know them. */
export interface Zone {
	servedBy: string[];
	records: Record<string, string>;
}

/** Something that happens in the machine by itself. */
export type MachineEvent =
	| { type: 'output'; process: number; text: string | null }
	| { type: 'exit'; process: number; code: number }
	| { type: 'port'; port: number; status: 'open' | 'close'; url: string };

export interface Spawn {
	command: string;
	args: string[];
	cwd?: string;
	env?: Record<string, string | number | boolean>;
	terminal?: { cols: number; rows: number };
}

/** A tree of files as the client sends it. `b`: the text is Latin-1, one character a byte. */
export interface Tree {
	d: Record<string, Tree | { f: { c: string; b?: boolean } | { l: string } }>;
}

/** What the stand-in's page asks of the machine. Everything is JSON: it crosses Playwright's binding. */
export interface MachineCalls {
	build(workdirName: string | undefined): { path: string; cwd: string };
	next(): Promise<MachineEvent[]>;
	load(tree: Tree, mountPoint: string | undefined): void;
	spawn(options: Spawn): Promise<number>;
	write(process: number, text: string): void;
	kill(process: number): void;
	readFile(path: string): string;
	writeFile(path: string, base64: string): void;
	mkdir(path: string, recursive: boolean): void;
	rm(path: string, options: { force?: boolean; recursive?: boolean }): void;
	rename(from: string, to: string): void;
	readdir(path: string): { name: string; 'Symbol(type)': 1 | 2 }[];
	teardown(): Promise<void>;
}

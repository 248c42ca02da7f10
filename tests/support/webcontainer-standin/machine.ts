import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenForPorts, type PortWatch } from './ports.ts';
import type { MachineCalls, MachineEvent, Spawn, Tree } from './protocol.ts';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** What a signal becomes as an exit code, as in a shell. */
const SIGNAL_CODES: Readonly<Record<string, number>> = { SIGKILL: 137, SIGABRT: 134, SIGTERM: 143 };

export interface MachineOptions {
	/** How `npm install` ends. */
	install: 'works' | 'fails' | 'hangs';
}

/** One booted container: a temporary folder and the processes in it. */
export class StandinMachine implements MachineCalls {
	readonly #options: MachineOptions;
	readonly #root = fs.mkdtempSync(join(tmpdir(), 'webcontainer-'));
	readonly #processes = new Map<number, { child: ChildProcess; terminal: boolean }>();
	readonly #ports: Promise<PortWatch>;
	#cwd = this.#root;
	#events: MachineEvent[] = [];
	#wake = () => {};
	#closed = false;
	#gone: Promise<void> | null = null;

	constructor(options: MachineOptions) {
		this.#options = options;
		this.#ports = listenForPorts((port, status) =>
			this.#tell({
				type: 'port',
				port,
				status,
				url: `https://standin--${port}--passerelle.local-corp.webcontainer-api.io`
			})
		);
	}

	/** Ids of the processes that have not ended. */
	get alive(): number[] {
		return [...this.#processes.keys()];
	}

	/** What was run, in order: "npm install …". */
	readonly commands: string[] = [];

	#tell(event: MachineEvent): void {
		this.#events.push(event);
		this.#wake();
	}

	#path = (path: string): string => resolve(this.#cwd, path);

	build(workdirName = 'project') {
		this.#cwd = join(this.#root, 'home', workdirName);
		fs.mkdirSync(this.#cwd, { recursive: true });
		return { path: own('bin'), cwd: this.#cwd };
	}

	async next(): Promise<MachineEvent[]> {
		if (this.#events.length === 0 && !this.#closed) await new Promise<void>((wake) => (this.#wake = wake));
		return this.#events.splice(0);
	}

	load(tree: Tree, mountPoint = '.'): void {
		const write = (folder: string, { d }: Tree): void => {
			fs.mkdirSync(folder, { recursive: true });
			for (const [name, entry] of Object.entries(d)) {
				const path = join(folder, name);
				if ('d' in entry) write(path, entry);
				else if ('l' in entry.f) fs.symlinkSync(entry.f.l, path);
				else fs.writeFileSync(path, entry.f.c, entry.f.b ? 'latin1' : 'utf8');
			}
		};
		// As the service: a mount point must be there.
		if (!fs.existsSync(this.#path(mountPoint))) throw new Error(`ENOENT: ${mountPoint}`);
		write(this.#path(mountPoint), tree);
	}

	async spawn({ command, args, cwd = '.', env = {}, terminal }: Spawn): Promise<number> {
		const { port } = await this.#ports;
		if (this.#closed) throw new Error('The container was torn down');
		const child = spawn(command, args, {
			cwd: this.#path(cwd),
			detached: true,
			env: {
				...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
				PATH: [own('bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
				HOME: this.#root,
				PS1: '$ ',
				STANDIN_INSTALL: this.#options.install,
				STANDIN_PORTS: String(port),
				// Less than a container in a browser has: it is full soon.
				NODE_OPTIONS: `--max-old-space-size=256 --require=${own('bin/report-ports.cjs')} ${env.NODE_OPTIONS ?? ''}`
			}
		});
		await new Promise<void>((started, failed) => child.once('spawn', started).once('error', failed));
		const id = child.pid!;
		this.commands.push([command, ...args].join(' '));
		this.#processes.set(id, { child, terminal: terminal !== undefined });
		if (this.#closed) this.kill(id);
		const show = (chunk: Buffer) => this.#show(id, chunk.toString());
		child.stdout.on('data', show);
		child.stderr.on('data', show);
		child.stdin.on('error', () => {});
		child.once('close', (code, signal) => {
			this.#processes.delete(id);
			this.#tell({ type: 'output', process: id, text: null });
			this.#tell({ type: 'exit', process: id, code: code ?? SIGNAL_CODES[signal ?? ''] ?? 1 });
		});
		return id;
	}

	#show(id: number, text: string): void {
		this.#tell({ type: 'output', process: id, text: text.replace(/\r?\n/g, '\r\n') });
	}

	/** A terminal shows what is typed, and Enter is a carriage return. */
	write(id: number, text: string): void {
		const { child, terminal } = this.#processes.get(id) ?? {};
		if (terminal) this.#show(id, text.replace(/\r/g, '\n'));
		child?.stdin?.write(terminal ? text.replace(/\r/g, '\n') : text);
	}

	kill(id: number): void {
		if (!this.#processes.has(id)) return;
		try {
			process.kill(-id, 'SIGKILL');
		} catch {
			// It ended in this moment.
		}
	}

	readFile = (path: string): string => fs.readFileSync(this.#path(path)).toString('base64');
	writeFile(path: string, base64: string): void {
		fs.writeFileSync(this.#path(path), Buffer.from(base64, 'base64'));
	}
	mkdir(path: string, recursive: boolean): void {
		fs.mkdirSync(this.#path(path), { recursive });
	}
	rm = (path: string, options: { force?: boolean; recursive?: boolean }): void =>
		fs.rmSync(this.#path(path), options);
	rename = (from: string, to: string): void => fs.renameSync(this.#path(from), this.#path(to));
	readdir(path: string): { name: string; 'Symbol(type)': 1 | 2 }[] {
		return fs
			.readdirSync(this.#path(path), { withFileTypes: true })
			.map((entry) => ({ name: entry.name, 'Symbol(type)': entry.isDirectory() ? 2 : 1 }));
	}

	/** Settles when no process and no folder is left. */
	teardown(): Promise<void> {
		return (this.#gone ??= this.#end());
	}

	async #end(): Promise<void> {
		this.#closed = true;
		const gone = [...this.#processes.values()].map(
			({ child }) => new Promise((ended) => child.once('close', ended))
		);
		for (const id of this.alive) this.kill(id);
		this.#wake();
		await Promise.all(gone);
		fs.rmSync(this.#root, { recursive: true, force: true });
		(await this.#ports).close();
	}
}

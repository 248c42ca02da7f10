import type { WebContainer, WebContainerProcess } from '@webcontainer/api';
import type { FileMap } from '../../contract/exercise.ts';
import type { Machine, Shell } from '../engine.ts';
import { oneAtATime } from '../host/one-at-a-time.ts';
import { PROJECT_FOLDER } from './runner.ts';

/** The container's own shell first; the others where there is none. */
const SHELLS = ['jsh', 'bash', 'sh'] as const;
/** A server of a check ends with its process; the news of it comes a little later. */
const PORTS_SETTLE_MS = 1000;

type Server = { port: number; url: string };

/** The machine of a container, and what the runs tell it. */
export interface ContainerMachine extends Machine {
	/** Between this and the call of what it returns, servers are those of a run and shown to nobody. */
	beginRun(): () => void;
}

/** Servers that programs of the learner started; those of a check come and go unseen. */
function watchServers(container: WebContainer) {
	const listeners = new Set<(server: Server | null) => void>();
	const hidden = new Map<number, string>();
	let running = 0;
	let shown: Server | null = null;
	const tell = (server: Server | null) => {
		shown = server;
		for (const listener of listeners) listener(server);
	};
	container.on('server-ready', (port, url) => {
		if (running > 0) hidden.set(port, url);
		else tell({ port, url });
	});
	container.on('port', (port, type) => {
		if (type !== 'close') return;
		hidden.delete(port);
		if (shown?.port === port) tell(null);
	});
	return {
		listen(listener: (server: Server | null) => void): () => void {
			listeners.add(listener);
			if (shown) listener(shown);
			return () => void listeners.delete(listener);
		},
		beginRun(): () => void {
			running++;
			return () =>
				void setTimeout(() => {
					running--;
					if (running > 0) return;
					// What is still there was started in the shell meanwhile.
					for (const [port, url] of hidden) tell({ port, url });
					hidden.clear();
				}, PORTS_SETTLE_MS);
		}
	};
}

/** Keeps the project's folder as the editor has it: writes what changed, removes what is gone. */
function createProject(container: WebContainer) {
	const path = (name: string) => `${PROJECT_FOLDER}/${name}`;
	const folderOf = (name: string) => path(name).slice(0, path(name).lastIndexOf('/'));
	let written: FileMap = {};
	const queue = oneAtATime();

	async function write(files: FileMap): Promise<void> {
		for (const name of Object.keys(written)) {
			if (!(name in files)) await container.fs.rm(path(name), { force: true });
		}
		for (const [name, text] of Object.entries(files)) {
			if (written[name] === text) continue;
			await container.fs.mkdir(folderOf(name), { recursive: true });
			await container.fs.writeFile(path(name), text);
		}
		written = { ...files };
	}

	return (files: FileMap): Promise<void> => {
		const writing = queue(() => write(files));
		// What is there now nobody knows: everything is written again.
		writing.catch(() => (written = {}));
		return writing;
	};
}

async function spawnShell(container: WebContainer, size: { cols: number; rows: number }) {
	let failure: unknown;
	for (const command of SHELLS) {
		try {
			return await container.spawn(command, { cwd: PROJECT_FOLDER, terminal: size });
		} catch (error) {
			failure ??= error;
		}
	}
	throw failure;
}

function toShell(process: WebContainerProcess, onOutput: (text: string) => void): Shell {
	void process.output.pipeTo(new WritableStream({ write: onOutput })).catch(() => {});
	const input = process.input.getWriter();
	return {
		write: (text) => void input.write(text).catch(() => {}),
		resize: (size) => process.resize(size),
		exit: process.exit,
		kill: () => process.kill()
	};
}

export function createMachine(container: WebContainer): ContainerMachine {
	const servers = watchServers(container);
	return {
		writeFiles: createProject(container),
		shell: async (size, onOutput) => toShell(await spawnShell(container, size), onOutput),
		onServer: servers.listen,
		beginRun: servers.beginRun
	};
}

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const figure = (file: string): string =>
	`<figure><img src="${encodeURIComponent(file)}" alt=""><figcaption>${file.replace(/\.png$/, '')}</figcaption></figure>`;

/** Writes a page into each folder that shows its pictures side by side. */
export async function sheet(out: string): Promise<void> {
	for (const folder of await readdir(out)) {
		const files = (await readdir(join(out, folder))).filter((file) => file.endsWith('.png')).toSorted();
		await writeFile(
			join(out, folder, 'index.html'),
			`<!doctype html><meta charset="utf-8"><title>${folder}</title>
<style>body { font: 12px sans-serif; background: #888; } figure { display: inline-block; margin: 4px; } img { max-width: 460px; display: block; }</style>
${files.map(figure).join('\n')}`
		);
	}
}

import { crc32, deflateSync } from 'node:zlib';

/** Pixels, from the left top corner of the screen. */
interface Area {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Where the file's header says what is in it: numbers of four bytes, the first byte first. */
const XWD = { headerBytes: 0, lineBytes: 12 * 4, colors: 19 * 4 };
const COLOR_BYTES = 12;

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type), data]);
	const around = Buffer.alloc(8);
	around.writeUInt32BE(data.length, 0);
	around.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/**
 * A part of a screen as a PNG. `screen`: what Xvfb keeps in a file (`-fbdir`), an X window dump with 24 bits of colour in four
 * bytes: blue, green, red, nothing.
 */
export function pictureOf(screen: Buffer, { left, top, width, height }: Area): Buffer {
	const lineBytes = screen.readUInt32BE(XWD.lineBytes);
	const pixels = screen.readUInt32BE(XWD.headerBytes) + screen.readUInt32BE(XWD.colors) * COLOR_BYTES;
	// Each line begins with its filter: none.
	const lines = Buffer.alloc(height * (1 + width * 3));
	let to = 0;
	for (let y = top; y < top + height; y++) {
		to++;
		for (let x = left; x < left + width; x++) {
			const from = pixels + y * lineBytes + x * 4;
			lines[to++] = screen[from + 2]!;
			lines[to++] = screen[from + 1]!;
			lines[to++] = screen[from]!;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits for each of three colours.
	head.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(lines)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

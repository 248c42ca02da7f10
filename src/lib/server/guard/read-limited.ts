/** The text of a request's body; null where it is longer than `most` bytes, whatever its headers say. */
export async function readLimited(request: Request, most: number): Promise<string | null> {
	if (Number(request.headers.get('content-length') ?? 0) > most) return null;
	if (!request.body) return '';
	const reader = request.body.getReader();
	const parts: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return Buffer.concat(parts).toString('utf8');
		size += value.length;
		if (size > most) {
			await reader.cancel();
			return null;
		}
		parts.push(value);
	}
}

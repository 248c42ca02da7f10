export function stillOut(loans, returned) {
	const out = [...loans];
	for (let index = out.length - 1; index >= 0; index--) {
		if (returned.includes(out[index].laptop)) {
			out.splice(index, 1);
		}
	}
	return out;
}

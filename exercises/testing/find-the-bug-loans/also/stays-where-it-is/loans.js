export function stillOut(loans, returned) {
	const out = [...loans];
	let index = 0;
	while (index < out.length) {
		if (returned.includes(out[index].laptop)) {
			out.splice(index, 1);
		} else {
			index++;
		}
	}
	return out;
}

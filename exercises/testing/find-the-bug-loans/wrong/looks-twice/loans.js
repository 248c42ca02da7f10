export function stillOut(loans, returned) {
	const out = [...loans];
	for (let time = 0; time < 2; time++) {
		for (let index = 0; index < out.length; index++) {
			if (returned.includes(out[index].laptop)) {
				out.splice(index, 1);
			}
		}
	}
	return out;
}

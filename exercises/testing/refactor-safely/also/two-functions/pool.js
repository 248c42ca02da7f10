function fullPrice(age) {
	if (age < 6) return 0;
	if (age < 18) return 3;
	if (age < 65) return 8;
	return 3;
}

export const price = (age, resident) => {
	const full = fullPrice(age);
	if (!resident) return full;
	return Math.max(0, full - 1);
};

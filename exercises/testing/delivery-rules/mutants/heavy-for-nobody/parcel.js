export function parcelGoes(inCommune, heavy, member) {
	if (!inCommune) return "collect";
	if (heavy) return "collect";
	return member ? "home-free" : "home-3-euros";
}

export function parcelGoes(inCommune, heavy, member) {
	if (!inCommune) return "collect";
	if (heavy) return member ? "home-free" : "collect";
	return member ? "home-free" : "home-3-euros";
}

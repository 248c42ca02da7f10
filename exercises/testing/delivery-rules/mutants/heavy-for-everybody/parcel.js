export function parcelGoes(inCommune, heavy, member) {
	if (!inCommune) return "collect";
	if (heavy) return "home-3-euros";
	return member ? "home-free" : "home-3-euros";
}

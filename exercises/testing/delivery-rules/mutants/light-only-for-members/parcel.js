export function parcelGoes(inCommune, heavy, member) {
	if (!inCommune) return "collect";
	if (heavy) return member ? "home-3-euros" : "collect";
	return member ? "home-free" : "collect";
}

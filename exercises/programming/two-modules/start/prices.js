const prices = {
	battery: 25,
	cable: 6,
	charger: 15,
	screen: 48
};

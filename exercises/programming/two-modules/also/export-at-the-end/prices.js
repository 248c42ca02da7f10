const prices = {
	battery: 25,
	cable: 6,
	charger: 15,
	keyboard: 20,
	screen: 48
};

export { prices };

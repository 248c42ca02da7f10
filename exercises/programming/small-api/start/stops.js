export const stops = [
	{ id: 1, name: "Flagey", shelter: true },
	{ id: 2, name: "Trone", shelter: false },
	{ id: 3, name: "Madou", shelter: true }
];

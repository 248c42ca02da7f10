export const stops = [
	{ id: 2, name: "Flagey", shelter: true },
	{ id: 5, name: "Fernand Cocq", shelter: false },
	{ id: 9, name: "Madou", shelter: true }
];

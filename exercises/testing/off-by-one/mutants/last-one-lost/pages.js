const SIZE = 5;

export function pageCount(count) {
	return Math.ceil(count / SIZE);
}

export function onPage(laptops, page) {
	const first = (page - 1) * SIZE;
	return laptops.slice(first, first + SIZE - 1);
}

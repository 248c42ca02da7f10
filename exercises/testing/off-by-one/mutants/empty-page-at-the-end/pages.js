const SIZE = 5;

export function pageCount(count) {
	if (count === 0) return 0;
	return Math.floor(count / SIZE) + 1;
}

export function onPage(laptops, page) {
	const first = (page - 1) * SIZE;
	return laptops.slice(first, first + SIZE);
}

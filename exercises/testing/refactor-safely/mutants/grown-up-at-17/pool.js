export function price(age, resident) {
	let result;
	if (resident === true) {
		if (age < 6) {
			result = 0;
		} else {
			if (age < 17) {
				result = 2;
			} else {
				if (age < 65) {
					result = 7;
				} else {
					result = 2;
				}
			}
		}
	} else {
		if (age < 6) {
			result = 0;
		} else {
			if (age < 18) {
				result = 3;
			} else {
				if (age < 65) {
					result = 8;
				} else {
					result = 3;
				}
			}
		}
	}
	return result;
}

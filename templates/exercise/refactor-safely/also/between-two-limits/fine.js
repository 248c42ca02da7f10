export const fineFor = (daysLate) => Math.max(0, Math.min(daysLate, 10));

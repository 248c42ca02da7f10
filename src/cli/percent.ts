/** A share from 0 to 1 as "83 %": what is missing is never rounded away. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

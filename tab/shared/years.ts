/** Years in an address: those that the API takes. */
export const years = Array.from({ length: 101 }, (_, position) => String(2000 + position));

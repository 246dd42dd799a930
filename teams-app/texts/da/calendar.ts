/** The calendar that people see their tasks in. */
export const calendar = { name: 'Opgaver om informationssikkerhed ({{organisation}})' } as const;

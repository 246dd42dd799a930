const prefix = /^(center for|centre for) /i;

/** A centre's short name as a column heading, without the common prefix. */
export const shortTitle = (title: string): string => {
  const short = title.replace(prefix, '');
  return short.charAt(0).toLocaleUpperCase() + short.slice(1);
};

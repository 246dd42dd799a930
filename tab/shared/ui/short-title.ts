const prefix = /^(center for|centre for) /i;

/** A centre's name above its column, where every column would begin with the same words. */
export const shortTitle = (title: string): string => {
  const short = title.replace(prefix, '');
  return short.charAt(0).toLocaleUpperCase() + short.slice(1);
};

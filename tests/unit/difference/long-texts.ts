export const words = (count: number, step: number) =>
  Array.from({ length: count }, (_, place) => `ord${(place * step) % count}`);
export const paragraphs = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at));

/** The most expensive pairs of texts to compare. */
export const longTexts: Record<string, [string, string]> = {
  'two texts of 3,000 shuffled words': [words(3_000, 7).join(' '), words(3_000, 1_013).join(' ')],
  'two texts of 27,000 words of one letter': ['a '.repeat(27_500), 'b '.repeat(27_500)],
  'two lists of 5,000 other paragraphs': [
    paragraphs(5_000, (at) => `afsnit ${at}`).join('\n\n'),
    paragraphs(5_000, (at) => `stykke x${at}`).join('\n\n'),
  ],
  'two hundred paragraphs in which most words are others': [
    paragraphs(200, (at) =>
      words(40, 7)
        .map((word) => `${word} fælles ${at}`)
        .join(' '),
    ).join('\n\n'),
    paragraphs(200, (at) =>
      words(40, 11)
        .map((word) => `${word}x fælles ${at}`)
        .join(' '),
    ).join('\n\n'),
  ],
  'paragraphs that all are of the same words': [
    paragraphs(390, (at) => `${at} samme ord igen`).join('\n\n'),
    paragraphs(390, (at) => `samme ord igen ${at} her`).join('\n\n'),
  ],
};

/** Proposals of measures and what has become of them. */
export const measures = {
  title: 'Organisatoriske tiltag',
} as const;

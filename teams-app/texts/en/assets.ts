/** The register of IT systems and work processes. */
export const assets = {
  title: 'Assets',
} as const;

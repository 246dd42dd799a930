import type { Answers } from './answers.ts';

export const appName = 'Sikkerhedshjulet';
export const provisioningName = 'Sikkerhedshjulet provisioning';
/** Where `npm run manifest` writes the package, unless told otherwise. */
export const packageOf = (answers: Answers): string => answers['SETUP_PACKAGE'] ?? 'dist/manifest/sikkerhedshjulet.zip';

export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** An answer, or a placeholder that a reviewer sees. */
export const answer = (answers: Answers, name: string): string => answers[name] ?? `<${name}>`;
export const host = (answers: Answers): string => {
  const url = answers['PUBLIC_URL'];
  return url !== undefined && URL.canParse(url) ? new URL(url).host : '<host of PUBLIC_URL>';
};

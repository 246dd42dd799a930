import { readFileSync } from 'node:fs';

const textOf = (version: string): string =>
  readFileSync(new URL(`policy/version-${version}.md`, import.meta.url), 'utf8').trim();

const title = 'Informationssikkerhedspolitik';

/** Three policy versions in our own words: last year's, the one in force, and next year's draft. */
export const policyTexts = {
  superseded: {
    key: 'policy-3-0',
    title,
    number: '3.0',
    body: textOf('3'),
    summary: 'Ny organisering med en informationssikkerhedskoordinator (ISK) i hvert center.',
    changeKind: 'major',
  },
  published: {
    key: 'policy-4-0',
    title,
    number: '4.0',
    body: textOf('4'),
    summary:
      'Skrevet om, så den kan læses på fem minutter.\nNyt afsnit om, hvad du gør, når it ikke virker.\nTydeligere, hvem du ringer til, når noget går galt.',
    changeKind: 'major',
  },
  draft: {
    key: 'policy-5-0',
    title,
    number: '5.0',
    body: textOf('5'),
    summary:
      'Nyt afsnit om kunstig intelligens: hvad du må, og hvad du ikke må.\nNyt afsnit om leverandører.\nTotrinslogin: afvis anmodninger, du ikke selv har startet.',
    changeKind: 'major',
  },
} as const;

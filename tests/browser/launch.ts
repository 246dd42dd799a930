import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `npm test` found; of a test that is run alone, one of the usual places. */
export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path');
  return chromium.launch({ executablePath, headless: true, args });
}

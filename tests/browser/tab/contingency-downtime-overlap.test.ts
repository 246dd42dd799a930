import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows, ownTab, type Reader } from '../tab-page.ts';

const [minute, hour] = [60_000, 3_600_000];
const { openTab, ask, world, loses, works } = ownTab();
const now = () => world().journey.desk.clock.now().getTime();
const ago = (milliseconds: number) => new Date(now() - milliseconds).toISOString();
const asField = (milliseconds: number): string => {
  const date = new Date(now() - milliseconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** The system was down from five to three hours ago. */
async function wasDown(assetKey: string): Promise<void> {
  const { key } = await ask('ciso', 'POST /api/contingency/downtimes', {
    body: { assetKey, startedAt: ago(5 * hour) },
  });
  await close(key, 3 * hour);
}
const close = (downtimeKey: string, before: number) =>
  ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/close', {
    params: { downtimeKey },
    body: { endedAt: ago(before), cause: 'Strømmen gik' },
  });
/** It is down again, since two hours. */
const isDownAgain = async (assetKey: string): Promise<string> => {
  const body = { assetKey, startedAt: ago(2 * hour) };
  return (await ask('ciso', 'POST /api/contingency/downtimes', { body })).key;
};
const open = (path: string, width: number, person: Reader = 'ciso') => openTab({ person, path }, { width });

/** The message is at the field, which has the focus, and nowhere else. */
async function isRefusedAtStart(tab: Frame): Promise<void> {
  const field = tab.getByLabel('Det gik ned');
  await tab.getByText(/^Systemet har en anden nedetid i det tidsrum/).waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const said = await field.evaluate((input) => {
    const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });
  expect(said).toContain('Systemet har en anden nedetid');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await overflows(tab)).toBe(false);
  expect(await axe(tab)).toEqual([]);
}

/** A system for each, since what is written stays. */
const systems = {
  1280: ['sys-bibliotek', 'sys-m365', 'sys-medicinkort', 'sys-loen', 'sys-tandpleje'],
  320: ['sys-esdh', 'sys-oekonomi', 'sys-netvaerk', 'sys-ydelse', 'sys-spildevand'],
} as const;

describe.each([1280, 320] as const)('a start within an earlier downtime, at %i px', (width) => {
  const [first, second, third, fourth, fifth] = systems[width];

  it('is refused at its field when it is reported, and goes on with another', async () => {
    await wasDown(first);
    const { tab } = await open(`/contingency/downtime/new?asset=${first}`, width);
    await tab.getByRole('button', { name: 'Tidligere' }).click();
    await tab.getByLabel('Det gik ned').fill(asField(4 * hour));
    await tab.getByLabel('Hvad ved I? (valgfrit)').fill('Skærmen er sort');
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await isRefusedAtStart(tab);
    await tab.getByLabel('Det gik ned').fill(asField(2 * hour));
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText(/^Nede i 2 timer/).waitFor();
    await tab.getByText('Skærmen er sort').waitFor();
  });

  it('is refused when a second person says so of what runs already, and their words are kept', async () => {
    await wasDown(second);
    const { tab } = await open(`/contingency/downtime/new?asset=${second}`, width, 'securityTeam');
    await tab.getByRole('button', { name: 'Tidligere' }).click();
    await tab.getByLabel('Det gik ned').fill(asField(4 * hour));
    await tab.getByLabel('Hvad ved I? (valgfrit)').fill('Leverandøren er ringet op');
    await isDownAgain(second);
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await isRefusedAtStart(tab);
    await tab.getByLabel('Det gik ned').fill(asField(2 * hour + 30 * minute));
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText(/^Nede i 2 timer og 3\d minutter/).waitFor();
    await tab.getByText('Leverandøren er ringet op').waitFor();
  });

  it('is refused when that of a running one is changed', async () => {
    await wasDown(third);
    const { tab } = await open(`/contingency/downtime/${await isDownAgain(third)}`, width);
    await tab.getByRole('button', { name: 'Ret', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Det gik ned').fill(asField(4 * hour));
    await dialog.getByLabel(/^Hvad ved I/).fill('Skærmen er sort');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await isRefusedAtStart(tab);
    await dialog.getByLabel('Det gik ned').fill(asField(2 * hour + 30 * minute));
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Nedetiden er rettet.').waitFor();
    await tab.getByText('Skærmen er sort').waitFor();
  });

  it('is refused when a closed one is corrected', async () => {
    await wasDown(fourth);
    const key = await isDownAgain(fourth);
    await close(key, hour);
    const { tab } = await open(`/contingency/downtime/${key}`, width);
    await tab.getByRole('button', { name: 'Ret', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Det gik ned').fill(asField(4 * hour));
    await dialog.getByLabel('Hvorfor retter du det?').fill('Loggen siger det');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await isRefusedAtStart(tab);
    expect(await dialog.getByLabel('Hvorfor retter du det?').inputValue()).toBe('Loggen siger det');
    await dialog.getByLabel('Det gik ned').fill(asField(2 * hour + 30 * minute));
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Nedetiden er rettet.').waitFor();
  });

  it('is recorded as over when it was forgotten, beside the one that came later', async () => {
    await wasDown(fifth);
    const { tab } = await open(`/contingency/downtime/new?asset=${fifth}`, width);
    await tab.getByRole('button', { name: 'Det kører igen' }).click();
    await tab.getByText('Nedetiden bliver gemt som slut. Ingen får et kort.').waitFor();
    await tab.getByRole('heading', { level: 1, name: / har været nede$/ }).waitFor();
    await tab.getByText('Ret, hvilke centre der blev ramt').click();
    await tab.getByRole('group', { name: 'Centre, der blev ramt' }).waitFor();
    const said = await tab.getByRole('main').innerText();
    expect(said).toContain('Hvornår var det nede?');
    expect(said).toContain('Hvad skete der? (valgfrit)');
    for (const ofNow of [
      /Det rammer /,
      /lige nu/,
      /er ramt/,
      /går i stå/,
      /Siden hvornår/,
      /Hvad ved I/,
      /Er .* nede\?/,
    ])
      expect(said).not.toMatch(ofNow);
    await tab.getByLabel('Det gik ned').fill(asField(9 * hour));
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(4 * hour));
    await tab.getByLabel('Hvorfor gik det ned?').fill('Strømmen gik');
    await tab.getByRole('button', { name: 'Gem nedetiden' }).click();
    await isRefusedAtStart(tab);
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(6 * hour));
    await tab.getByRole('button', { name: 'Gem nedetiden' }).click();
    await tab.getByText('Nedetiden er gemt.').waitFor();
    await tab.getByText('Strømmen gik').waitFor();
    await tab.getByRole('heading', { level: 1, name: /3 timer/ }).waitFor();
  });
});

describe('a report whose answer is lost', () => {
  it('says when it is sent again that the downtime has ended since, and not that the clock is running', async () => {
    const { tab } = await open('/contingency/downtime/new?asset=sys-kort', 1280);
    loses('POST /api/contingency/downtimes');
    await tab.getByLabel('Hvad ved I? (valgfrit)').fill('Skærmen er sort');
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText('Det lykkedes ikke').waitFor();
    const { assets } = await ask('ciso', 'GET /api/contingency/downtime-assets', { query: { q: 'kort' } });
    await close(String(assets.find(({ key }) => key === 'sys-kort')?.running), 0);
    works('POST /api/contingency/downtimes');
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText('Det, du meldte, er gemt. Det er ikke nede mere.').waitFor();
    expect(await tab.getByText(/uret går/).count()).toBe(0);
  });
});

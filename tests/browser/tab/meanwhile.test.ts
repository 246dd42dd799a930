import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { axe, goTo, overflows, ownTab, refusal } from '../tab-page.ts';
import { aService, impacts as before } from '../tab-page/made.ts';

const { openTab, ask, fails, person } = ownTab();
const show = async (path: string, opening: object = {}, screen: object = {}) =>
  openTab({ person: 'coordinator', path, ...opening }, screen);

const other = { name: 'Camilla Holm Vestergaard' };
const impacts = before.map((impact) =>
  impact.hours === 4 ? { hours: 4, level: 2, words: 'Besøg falder ud' } : impact,
);
const theirs = { title: 'Medicin hjemme', description: 'Hver dag hos 400 borgere', mtd: 48, impacts };

/** A service of the test's own. */
const made = async () => {
  const key = await aService({ ask, person });
  return { key, page: `/contingency/services/${key}`, form: `/contingency/services/${key}/edit` };
};

/** Another person saves it; returns the new version. */
async function savedByOther(key: string, changes: object = theirs): Promise<ServiceView> {
  const params = { serviceKey: key };
  const now = await ask('ciso', 'GET /api/critical-services/:serviceKey', { params });
  const { title, description, audience, impacts: harms, mtd, rto, rpo, mtdReason, minimumOperation, peaks } = now;
  return ask('ciso', 'PUT /api/critical-services/:serviceKey', {
    params,
    body: {
      ...{ title, description, audience, impacts: harms, mtd, rto, rpo, mtdReason, minimumOperation, peaks },
      centreId: now.centre?.id,
      ownerId: now.owner?.id,
      needs: now.needed.filter(({ direct }) => direct).map(({ asset }) => asset.key),
      expected: now.changedAt,
      ...changes,
    },
  });
}
const withOwner = async () => ({ ...theirs, ownerId: (await person('ciso')).id });

const sentBy = async (tab: Frame, method: string, press: () => Promise<void>): Promise<Record<string, unknown>> => {
  const answered = tab.page().waitForResponse((response) => response.request().method() === method);
  const [answer] = await Promise.all([answered, press()]);
  return answer.request().postDataJSON() as Record<string, unknown>;
};

const title = (tab: Frame) => tab.getByLabel('Hvad hedder ydelsen?');
const downtime = (tab: Frame) => tab.getByLabel('Maksimalt accepteret nedetid', { exact: true });
const harm = (tab: Frame) => tab.getByLabel('Skade efter 4 timer');
const group = (tab: Frame, name: string) => tab.getByRole('group', { name, exact: true });
const choice = (tab: Frame, name: string, whose: 'mine' | 'theirs') =>
  group(tab, name).getByRole('radio', { name: whose === 'mine' ? 'Behold dit' : `Brug det fra ${other.name}` });
const save = (tab: Frame) => tab.getByRole('button', { name: 'Gem', exact: true }).click();
const saveAgain = (tab: Frame) => tab.getByRole('button', { name: 'Gem igen' }).click();

/** Both change the name, the downtime and the harm; the other the description and the owner too. */
async function meet(tab: Frame, key: string): Promise<ServiceView> {
  await title(tab).fill('Medicin til borgere');
  await downtime(tab).fill('12');
  await tab.getByLabel('Enhed for Maksimalt accepteret nedetid').selectOption('hours');
  await harm(tab).selectOption('3');
  await tab.getByLabel('Til dag').fill('30');
  const saved = await savedByOther(key, await withOwner());
  await save(tab);
  await tab.getByRole('heading', { name: `${other.name} har ændret det imens` }).waitFor();
  return saved;
}

describe('a service that two change at once', () => {
  it('tells whoever saves second who, when and what, in words; the rest is taken over and named', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    await meet(tab, key);
    await tab.getByText(/^Ændringen blev gemt 24\.\snov\. 2026 kl\. 09\.\d\d\./).waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain('har ændret det imens');
    await tab.getByText('I har begge ændret 3 felter.').waitFor();
    expect(await group(tab, 'Navn').innerText()).toMatch(/Medicin til borgere[^]*Medicin hjemme/);
    expect(await group(tab, 'Maksimalt accepteret nedetid').innerText()).toMatch(/12 timer[^]*2 døgn/);
    const harms = await group(tab, 'Det sker, mens ydelsen er væk').innerText();
    expect(harms).toContain('Efter 4 timer: 3 – Meget alvorlig. Besøg forsinkes');
    expect(harms).toContain('Efter 4 timer: 2 – Alvorlig. Besøg falder ud');
    // Only differing lines are marked.
    expect(await tab.locator('[data-own]').count()).toBe(2);
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Beskrivelse',
      'Hvem der svarer for den',
    ]);
    expect(await tab.getByLabel('Hvad er det? (valgfrit)').inputValue()).toBe('Hver dag hos 400 borgere');
    await tab.getByText(other.name, { exact: true }).waitFor();
    // Fields changed by the writer alone are settled.
    expect(await group(tab, 'Travle tider').count()).toBe(0);
    expect(await tab.getByLabel('Til dag').inputValue()).toBe('30');
  });

  it('is chosen from field by field, by keyboard, back and forth, and then saving succeeds', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    const saved = await meet(tab, key);
    await choice(tab, 'Maksimalt accepteret nedetid', 'mine').press('ArrowRight');
    await expect.poll(() => downtime(tab).inputValue()).toBe('2');
    await choice(tab, 'Maksimalt accepteret nedetid', 'theirs').press('ArrowLeft');
    await expect.poll(() => downtime(tab).inputValue()).toBe('12');
    await choice(tab, 'Det sker, mens ydelsen er væk', 'theirs').check();
    await expect.poll(() => harm(tab).inputValue()).toBe('2');
    await choice(tab, 'Navn', 'theirs').check();
    await expect.poll(() => title(tab).inputValue()).toBe('Medicin hjemme');
    // Input in the field itself is one's own again.
    await title(tab).fill('Medicin i hjemmet og på farten');
    await expect.poll(() => choice(tab, 'Navn', 'mine').isChecked()).toBe(true);
    await group(tab, 'Navn').getByText('Medicin i hjemmet og på farten').waitFor();
    const sent = await sentBy(tab, 'PUT', () => saveAgain(tab));
    expect(sent).toMatchObject({
      ...{ title: 'Medicin i hjemmet og på farten', mtd: 12, impacts, description: theirs.description },
      ...{ ownerId: saved.owner?.id, expected: saved.changedAt, peaks: [{ days: { from: 20, to: 30 } }] },
    });
    expect(Object.keys(sent)).not.toContain('began');
    await tab.getByText('Medicin i hjemmet og på farten er gemt.').waitFor();
  });

  it('asks only about what is new when somebody is first once more', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    await meet(tab, key);
    await savedByOther(key, { mtd: 72, description: 'Hos 500' });
    await saveAgain(tab);
    await tab.getByText('I har begge ændret 1 felt.').waitFor();
    expect(await group(tab, 'Maksimalt accepteret nedetid').innerText()).toMatch(/12 timer[^]*3 døgn/);
    expect(await group(tab, 'Navn').count()).toBe(0);
    expect(await title(tab).inputValue()).toBe('Medicin til borgere');
    expect(await tab.getByLabel('Hvad er det? (valgfrit)').inputValue()).toBe('Hos 500');
  });

  it('says so when there is nothing to choose', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    await title(tab).fill('Medicin til borgere');
    await savedByOther(key, { ...theirs, title: 'Medicin i hjemmet' });
    await save(tab);
    await tab.getByText('I har ikke rettet det samme. Gem igen, så kommer det hele med.').waitFor();
    await tab.getByText(`Hentet fra ${other.name}`).waitFor();
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(0);
  });

  it('keeps what one began with too, so that others’ changes are not undone by a form that was left', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    await title(tab).fill('Medicin til borgere');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/contingency/services');
    await tab.getByRole('heading', { level: 1, name: /kritiske ydelser/ }).waitFor();
    await savedByOther(key);
    await goTo(tab, form);
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await save(tab);
    await tab.getByText('I har begge ændret 1 felt.').waitFor();
    expect(await tab.getByLabel('Hvad er det? (valgfrit)').inputValue()).toBe('Hver dag hos 400 borgere');
    expect(await downtime(tab).inputValue()).toBe('2');
  });

  it('stays a form when somebody has ended it meanwhile', async () => {
    const { key, form } = await made();
    const { tab } = await show(form);
    await title(tab).fill('Medicin til borgere');
    await ask('ciso', 'POST /api/critical-services/:serviceKey/retire', {
      params: { serviceKey: key },
      body: { reason: 'Nedlagt' },
    });
    await save(tab);
    await tab.getByText('Ydelsen er stoppet imens. Det, du har skrevet, er her endnu.').waitFor();
    await tab.getByText('Nedlagt').waitFor();
    expect(await title(tab).inputValue()).toBe('Medicin til borgere');
  });

  it.each([
    ['default', 320],
    ['dark', 320],
    ['contrast', 320],
    ['default', 1280],
    ['dark', 1280],
    ['contrast', 1280],
  ])('breaks no accessibility rule and fits, in the theme %s at %i px', async (theme, width) => {
    const { key, form } = await made();
    const { tab } = await show(form, { theme }, { width });
    await meet(tab, key);
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
  });
});

describe('an act on a service that somebody else has changed meanwhile', () => {
  it('ends nothing unseen: the page shows the change, the reason stands, and a second press ends it', async () => {
    const { key, page } = await made();
    const { tab } = await show(page);
    await tab.getByRole('button', { name: 'Stop ydelsen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor gives den ikke mere?').fill('Nedlagt');
    const { changedAt } = await savedByOther(key);
    await dialog.getByRole('button', { name: 'Stop ydelsen' }).click();
    await dialog.getByText(`${other.name} har gemt ændringer imens. Se dem, og prøv så igen.`).waitFor();
    await dialog.getByRole('heading', { name: 'Stop Medicin hjemme' }).waitFor();
    expect(await dialog.getByLabel('Hvorfor gives den ikke mere?').inputValue()).toBe('Nedlagt');
    const sent = await sentBy(tab, 'POST', () => dialog.getByRole('button', { name: 'Stop ydelsen' }).click());
    expect(sent).toEqual({ reason: 'Nedlagt', expected: changedAt });
  });

  it('asks nobody to accept figures that were not seen', async () => {
    const { key, page } = await made();
    const { tab } = await show(page);
    await tab.getByRole('button', { name: 'Bed om accept' }).click();
    const dialog = tab.getByRole('dialog');
    const { changedAt } = await savedByOther(key);
    await dialog.getByRole('button', { name: 'Send ønsket' }).click();
    await dialog.getByText(/har gemt ændringer imens/).waitFor();
    await dialog.getByText('2 døgn').waitFor();
    const sent = await sentBy(tab, 'POST', () => dialog.getByRole('button', { name: 'Send ønsket' }).click());
    expect(sent).toEqual({ expected: changedAt });
  });

  it('says that the figures hold only of those that are seen', async () => {
    const { key, page } = await made();
    const { tab } = await show(page);
    const holds = tab.getByRole('button', { name: 'Tallene gælder stadig' });
    await holds.waitFor();
    const { changedAt } = await savedByOther(key);
    await holds.click();
    await tab.getByRole('heading', { level: 1, name: 'Medicin hjemme må være nede i højst 2 døgn' }).waitFor();
    expect(await sentBy(tab, 'POST', () => holds.click())).toEqual({ expected: changedAt });
  });
});

describe('what a system can do when it is down, written by two at once', () => {
  it('is chosen from in the dialog, and nothing typed is lost', async () => {
    const { tab } = await show('/contingency/systems/sys-noedkald', {}, { width: 320 });
    await tab.getByRole('button', { name: 'Skriv, hvad det kan' }).first().click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Lovet tid, til det kører igen', { exact: true }).fill('2');
    const params = { assetKey: 'sys-noedkald' };
    const { recovery } = await ask('ciso', 'GET /api/assets/:assetKey/continuity', { params });
    const { changedAt: seen, changedBy: _by, ...before } = recovery;
    const { recovery: saved } = await ask('ciso', 'PUT /api/assets/:assetKey/continuity', {
      params,
      body: { ...before, promise: 24, note: 'Ny aftale', expected: seen ?? null },
    });
    await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
    await dialog.getByRole('heading', { name: `${other.name} har ændret det imens` }).waitFor();
    expect(await group(tab, 'Lovet tid, til det kører igen').innerText()).toMatch(/2 timer[^]*1 døgn/);
    expect(await dialog.getByLabel('Bemærkning').inputValue()).toBe('Ny aftale');
    expect(await axe(tab)).toEqual([]);
    const sent = await sentBy(tab, 'PUT', () => dialog.getByRole('button', { name: 'Gem igen' }).click());
    expect(sent).toMatchObject({ promise: 2, note: 'Ny aftale', expected: saved.changedAt });
    await tab.getByText('Det er gemt.').waitFor();
  });
});

describe('a draft of a procedure that two write at once', () => {
  const text = '## Formål\n\nTelefonen er låst.';
  const draft = {
    title: 'Nøgler og kort',
    area: 'area-access',
    jobTitles: [],
    mustAcknowledge: true,
    reviewMonths: 12,
    summary: '',
    text: '## Formål\n\nNøgler bliver i huset.',
  };
  const aDraft = async () => {
    const { key } = await ask('coordinator', 'POST /api/procedures', {
      body: { kind: 'procedure', centreId: 'voksne-og-velfaerd', ...draft },
    });
    return { params: { procedureKey: key }, edit: `/procedures/${key}/edit` };
  };
  /** The other ISK of the centre. */
  const colleague = 'Omar Hassan';
  type Draft = Awaited<ReturnType<typeof aDraft>>;
  const comingOf = async ({ params }: Draft) =>
    (await ask('ciso', 'GET /api/procedures/:procedureKey', { params })).coming?.changedAt;
  const writtenByOther = async (one: Draft, changes: object) =>
    ask(colleague, 'PUT /api/procedures/:procedureKey/draft', {
      params: one.params,
      body: { ...draft, ...changes, expected: await comingOf(one) },
    });
  const keep = (tab: Frame) => tab.getByRole('button', { name: 'Gem kladden' }).click();

  const name = (tab: Frame) => tab.getByRole('textbox', { name: /^Titel/ });
  const words = (tab: Frame) => tab.getByRole('textbox', { name: /^Tekst/ });

  it('keeps the words of both, to choose from, and is saved on top of what was saved', async () => {
    const one = await aDraft();
    const began = await comingOf(one);
    const { tab } = await show(one.edit, {}, { width: 320 });
    await name(tab).fill('Min titel');
    await words(tab).press('Control+End');
    await words(tab).press('Enter');
    await words(tab).pressSequentially('Min linje');
    const { coming } = await writtenByOther(one, { text, summary: 'Deres nyt', mustAcknowledge: false });
    const first = await sentBy(tab, 'PUT', () => keep(tab));
    expect(first['text']).toMatch(/\n\nMin linje$/);
    expect(first['expected']).toBe(began);
    await tab.getByRole('heading', { name: `${colleague} har ændret det imens` }).waitFor();
    const texts = tab.locator('[data-part="meanwhile-choice"]');
    expect(await texts.count()).toBe(1);
    expect(await texts.innerText()).toMatch(/^Tekst[^]*Min linje[^]*Telefonen er låst\./);
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Kort fortalt, hvad der er nyt',
      'De skal bekræfte, at de har læst den',
    ]);
    expect(await axe(tab)).toEqual([]);
    await texts.getByRole('radio', { name: /^Brug det fra/ }).check();
    await expect.poll(() => words(tab).innerText()).toMatch(/Telefonen er låst\.$/);
    await texts.getByRole('radio', { name: 'Behold dit' }).check();
    const sent = await sentBy(tab, 'PUT', () => keep(tab));
    expect(sent).toMatchObject({
      ...{ title: 'Min titel', text: first['text'], summary: 'Deres nyt', expected: coming?.changedAt },
    });
    expect(Object.keys(sent)).not.toContain('began');
  });

  it('is merged where both wrote in different places, and then there is nothing to choose', async () => {
    const one = await aDraft();
    const { tab } = await show(one.edit);
    await words(tab).press('Control+End');
    await words(tab).press('Enter');
    await words(tab).pressSequentially('Min linje');
    await writtenByOther(one, { text: 'Her står deres linje.\n\n## Formål\n\nNøgler bliver i huset.' });
    await keep(tab);
    await tab.getByText('I har ikke rettet det samme. Gem igen, så kommer det hele med.').waitFor();
    expect(await tab.locator('[data-part="meanwhile-merged"] li').allTextContents()).toEqual(['Tekst']);
    expect(await words(tab).innerText()).toMatch(/^Her står deres linje\.[^]*Min linje$/);
    const sent = await sentBy(tab, 'PUT', () => keep(tab));
    expect(sent['text']).toBe('Her står deres linje.\n\n## Formål\n\nNøgler bliver i huset.\n\nMin linje');
  });

  it('is tried again on top of its own first half when the file did not come through', async () => {
    const one = await aDraft();
    const { tab } = await show(one.edit);
    await name(tab).fill('Min titel');
    const [chooser] = await Promise.all([
      tab.page().waitForEvent('filechooser'),
      tab.getByRole('button', { name: 'Vælg en fil' }).click(),
    ]);
    await chooser.setFiles({ name: 'nøgler.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await tab.getByText('Filen sendes, når du gemmer.').waitFor();
    fails('PUT /api/procedures/:procedureKey/draft/file', 503, {
      body: refusal('test', 'Prøv igen', 'unavailable'),
      times: 1,
    });
    await keep(tab);
    await tab.getByText('Prøv igen').first().waitFor();
    const saved = await comingOf(one);
    expect((await sentBy(tab, 'PUT', () => keep(tab)))['expected']).toBe(saved);
  });

  it('stays a form when it has been sent for approval meanwhile', async () => {
    const one = await aDraft();
    const { tab } = await show(one.edit);
    await name(tab).fill('Min titel');
    await writtenByOther(one, { text, summary: 'Nøglerne' });
    await ask(colleague, 'POST /api/procedures/:procedureKey/submit', { params: one.params });
    await keep(tab);
    await tab.getByText('Proceduren er sendt til godkendelse og kan ikke ændres nu.').waitFor();
    expect(await name(tab).inputValue()).toBe('Min titel');
  });
});

describe('an asset that another takes out of use while it is written about', () => {
  it('takes that over, finds nothing wrong with it, and keeps what was written', async () => {
    const params = { assetKey: 'arb-visitation' };
    // What merges is loaded by an earlier conflict: this one is merged before its page is read again.
    const { key, form } = await made();
    const { tab } = await show(form);
    await meet(tab, key);
    await goTo(tab, '/risks/assets/arb-visitation/edit');
    await tab.getByLabel('Hvad bruger I det til? (valgfrit)').fill('Her vurderes, hvem der får hjælp.');
    await ask('ciso', 'POST /api/assets/:assetKey/retire', { params, body: { reason: 'Slås sammen' } });
    await tab.getByRole('button', { name: 'Gem aktivet' }).click();
    await tab.getByRole('heading', { name: `${other.name} har ændret det imens` }).waitFor();
    expect(await tab.getByText('Der er et felt, der skal rettes.').count()).toBe(0);
    await expect.poll(() => tab.getByLabel('Er det i brug?').inputValue()).toBe('retired');
    await saveAgain(tab);
    await tab.getByText('Her vurderes, hvem der får hjælp.').waitFor();
    expect(await ask('ciso', 'GET /api/assets/:assetKey', { params })).toMatchObject({ state: 'retired' });
  });
});

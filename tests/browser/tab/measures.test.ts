import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, goTo, ownTab, refusal, resize, today, type Reader } from '../tab-page.ts';

const draft = 'tiltag-makulering';
/** A measure returned by the committee, a draft with a task, and an ISK's lost phone. */
const { openTab, ask, asked, fails, person } = ownTab({}, async ({ ask, person, journey }) => {
  const { measure } = await draftOf(ask);
  const step = { title: 'Køb beholdere', role: 'securityTeam', due: '2027-02-01' } as const;
  const body = { ...measure, steps: [step] };
  await ask('ciso', 'PUT /api/measures/:measureKey', { params: { measureKey: draft }, body });
  const codes = await ask('ciso', 'POST /api/measures', { body: { ...measure, title: 'Nye koder på Rådhuset' } });
  const params = { measureKey: codes.key };
  await ask('ciso', 'POST /api/measures/:measureKey/submit', { params });
  const requestKey = `measure_${codes.key}_1`;
  const voters = ['Lone Friis Albrechtsen', 'Hanne Toft Lauridsen', 'Vibeke Ørum Clausen', 'Emre Aydın'];
  const { contentHash } = await ask('ciso', 'GET /api/approvals/:requestKey', { params: { requestKey } });
  for (const voter of voters) {
    const vote = { choice: 'askChanges', reason: 'Skriv, hvem der gør det.', stage: 1, contentHash } as const;
    await ask(voter, 'POST /api/approvals/:requestKey/vote', { params: { requestKey }, body: vote });
  }
  const omar = await person('Omar Hassan');
  const answer = (await journey.write(omar, 'jeg har mistet min telefon')).at(-1);
  await journey.press(omar, answer?.id ?? '', 'Giv besked til ISK', { text: 'Glemt i bus 400S kl. 22' });
  await journey.process();
  return { codes: codes.key };
});
type Ask = typeof ask;
async function draftOf(asks: Ask) {
  const view = await asks('ciso', 'GET /api/measures/:measureKey', { params: { measureKey: draft } });
  const { title, background, costOnce, costYearly, risk, recommendation } = view;
  return { view, measure: { title, background, costOnce, costYearly, risk, recommendation, steps: [] } };
}
const show = async (path: string, screen: object = {}, reader: Reader = 'ciso') =>
  openTab({ person: reader, path }, screen);

describe('organisational measures', () => {
  it('tell first what waits and what is bound, and are found by state and words', async () => {
    const { tab, page } = await show('/measures');
    await tab.getByRole('heading', { level: 1, name: 'Et tiltag venter på en afgørelse' }).waitFor();
    await tab.getByText('450.000 kr. én gang og 60.000 kr. om året').waitFor();
    await tab.getByText('Til godkendelse hos Koncernledelsen').waitFor();
    await tab.getByText('0 af 11 gjort, en er over tiden').waitFor();
    await tab.getByLabel('Status').selectOption('returned');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('heading', { level: 1, name: 'Et tiltag passer til det, du har valgt' }).waitFor();
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Ingen tiltag passer til det, du har valgt.').waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByLabel('Status').selectOption('');
    await tab.getByRole('button', { name: 'Pris' }).click();
    await expect.poll(() => asked().findLast((one) => one.includes('/measures?'))).toContain('sort=cost');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
  });

  it('are written with tasks, keep what is written, say at the field what is wrong, and lead back to the list', async () => {
    const { tab } = await show('/measures');
    await goTo(tab, '/measures/new');
    await tab.getByLabel('Hvad skal der gøres?').fill('Skabe til tablets');
    await tab.getByLabel('Pris én gang (kr.)').fill('mange');
    await tab.getByLabel('Pris én gang (kr.)').press('Tab');
    await tab.getByText('Skriv et helt tal i kroner, fx 450.000.').waitFor();
    await tab.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Skriv et helt tal i kroner, fx 450.000.').waitFor();
    await expect.poll(() => tab.getByText('Udfyld feltet').count()).toBe(6);
    await tab.getByLabel('Indstilling').fill('Det indstilles, at hvert center får et skab.');
    await tab.getByRole('textbox', { name: 'Baggrund' }).fill('De ligger fremme.');
    await tab.getByLabel('Hvilken risiko').fill('Tablets bliver taget.');
    await tab.getByLabel('Pris én gang (kr.)').fill('20.000');
    await tab.getByLabel(/^Opgave 1/).fill('Køb skabe');
    await tab.getByLabel('Hvem gør den 1').selectOption('centreManager');
    await tab.getByLabel('Frist for opgave 1').fill('2027-03-01');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Skabe til tablets' }).waitFor();
    await tab.getByText('20.000 kr.', { exact: true }).waitFor();
    await tab.evaluate(() => history.back());
    await tab.getByRole('heading', { level: 1, name: 'Et tiltag venter på en afgørelse' }).waitFor();
  });

  it('keep the words of two who write at once: one chooses what is to count, in words', async () => {
    const before = await draftOf(ask);
    const { tab, page } = await show(`/measures/${draft}/edit`, { width: 320 });
    await tab.getByLabel('Pris én gang (kr.)').fill('20000');
    await tab.getByLabel('Frist for opgave 1').fill('2027-05-01');
    const step = { title: 'Køb nøglekort', role: 'ciso', due: '2027-02-01', scope: 'organisation' } as const;
    const body = { ...before.measure, costOnce: 30_000, steps: [step], risk: 'Papir bliver læst.' };
    const theirs = { params: { measureKey: draft }, body };
    const { changedAt } = await ask('Rasmus Krogh Damgaard', 'PUT /api/measures/:measureKey', theirs);
    const sentBy = async (name: string) => {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'PUT'),
        tab.getByRole('button', { name }).click(),
      ]);
      return answer.request().postDataJSON() as Record<string, unknown>;
    };
    expect((await sentBy('Gem kladden'))['expected']).toBe(before.view.changedAt);
    const group = (name: string) => tab.getByRole('group', { name, exact: true });
    await group('Pris én gang (kr.)').getByText('30.000').waitFor();
    const steps = group('Det sker, når det er godkendt').filter({ hasText: 'Behold dit' });
    expect(await steps.innerText()).toContain('Køb nøglekort · CISO · 1.\u00a0feb. 2027');
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Hvilken risiko nedbringer det?',
    ]);
    expect(await axe(tab)).toEqual([]);
    await steps.getByRole('radio', { name: /^Brug det fra/ }).check();
    await expect.poll(() => tab.getByLabel('Hvem gør den 1').inputValue()).toBe('ciso');
    expect(await sentBy('Gem igen')).toMatchObject({
      costOnce: 20_000,
      risk: 'Papir bliver læst.',
      expected: changedAt,
      steps: [{ title: 'Køb nøglekort', role: 'ciso', due: '2027-02-01' }],
    });
    await tab.getByRole('heading', { level: 1, name: before.measure.title }).waitFor();
    expect((await draftOf(ask)).measure).toMatchObject({ costOnce: 20_000, risk: 'Papir bliver læst.' });
  });

  it('are sent with their consequence in words, once', async () => {
    const { tab } = await show(`/measures/${draft}`);
    await tab.getByRole('button', { name: 'Send til udvalget' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Udvalget får det som kort i Teams.').waitFor();
    await dialog.getByText('kommer en opgave i årshjulet af sig selv').waitFor();
    fails('POST /api/measures/:measureKey/submit', 503, {
      body: refusal('test', 'Microsoft 365 svarer ikke.'),
      times: 1,
    });
    await dialog.getByRole('button', { name: 'Send til udvalget' }).click();
    await dialog.getByText('Microsoft 365 svarer ikke.').waitFor();
    await dialog.getByRole('button', { name: 'Send til udvalget' }).click();
    await tab.getByText('Forslaget er sendt til udvalget.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Til godkendelse hos Informationssikkerhedsudvalget').waitFor();
    expect(await tab.getByRole('button', { name: 'Send til udvalget' }).count()).toBe(0);
  });

  it('say in whose words they were sent back, what has come of them, and can be discarded as drafts', async () => {
    const { measures } = await ask('ciso', 'GET /api/measures', { query: {} });
    const keyOf = (title: string) => measures.find((one) => one.title === title)?.key;
    const { tab } = await show(`/measures/${keyOf('Nye koder på Rådhuset')}`);
    await tab.getByText('Skriv, hvem der gør det.').first().waitFor();
    await tab.getByRole('link', { name: 'Ret forslaget' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ret Nye koder på Rådhuset' }).waitFor();
    await goTo(tab, '/measures/tiltag-noeglekort');
    await tab.getByRole('link', { name: 'Del nøglekort ud i centret' }).first().waitFor();
    await goTo(tab, `/measures/${keyOf('Skabe til tablets')}`);
    await tab.getByRole('button', { name: 'Kassér' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér' }).click();
    await tab.getByText('Forslaget er kasseret.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Skabe til tablets' }).count()).toBe(0);
  });
});

describe('incidents', () => {
  it('are seen and taken by the ISK, from Mit center too, and found by words and state', async () => {
    const { tab } = await show('/centre', {}, 'Mette Sørensen');
    await tab.getByText('1 har brug for hjælp, og ingen har taget den').waitFor();
    await tab.getByRole('link', { name: 'Hændelser' }).click();
    await tab.getByRole('heading', { level: 1, name: '1 har brug for hjælp, og ingen har taget den' }).waitFor();
    await tab.getByText('Glemt i bus 400S kl. 22').waitFor();
    expect(await tab.getByRole('link', { name: '43 57 10 12' }).getAttribute('href')).toBe('tel:43571012');
    await tab.getByRole('button', { name: /^Jeg tager den:/ }).click();
    await tab.getByText(/^Du har taget den\./).waitFor();
    const { incidents } = await ask('ciso', 'GET /api/incidents', { query: {} });
    expect(incidents).toMatchObject([{ state: 'taken', takenBy: { name: 'Mette Sørensen' } }]);
    await tab.getByRole('searchbox').fill('bus');
    await tab.getByRole('button', { name: 'Afsluttede' }).click();
    await expect
      .poll(() => asked().some((one) => /\/incidents\?.*state=closed/.test(one) && one.includes('q=bus')))
      .toBe(true);
    expect(await axe(tab)).toEqual([]);
  });

  it('say to an employee what to write, and nothing of others', async () => {
    const { tab } = await show('/incidents', { width: 320 }, 'employee');
    await tab.getByRole('heading', { level: 1, name: 'Ingen hændelser er åbne' }).waitFor();
    await tab.getByText('jeg har mistet min telefon').waitFor();
    expect(await tab.getByRole('link', { name: 'Hvad botten svarer' }).count()).toBe(0);
  });

  it('have their numbers and first steps written by the CISO', async () => {
    const { tab } = await show('/incidents');
    await tab.getByRole('link', { name: 'Hvad botten svarer' }).click();
    await tab.getByText('Der står ikke noget nummer endnu').waitFor();
    const phone = tab.getByLabel('Telefon i arbejdstiden').first();
    await phone.fill('1'.repeat(41));
    await phone.press('Tab');
    await tab.getByRole('button', { name: 'Gem' }).first().click();
    await tab.getByRole('alert').first().waitFor();
    await phone.fill('43 57 10 11');
    await tab.getByRole('button', { name: 'Gem' }).first().click();
    await tab.getByText('Gemt. Botten svarer sådan fra nu af.').waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});

describe('my systems', () => {
  it('are found from the overview, told with what comes next, narrowed by each number, and open the asset', async () => {
    const away = await person('Omar Hassan');
    const body = { from: today, to: addDays(today, 20), standInId: (await person('Mette Sørensen')).id };
    await ask('Omar Hassan', 'PUT /api/absences/:personId', { params: { personId: away.id }, body });
    const { all, overdue } = (await ask('Mette Sørensen', 'GET /api/own-assets', { query: {} })).counts;
    const opened = await show('/', {}, 'Mette Sørensen');
    const { tab } = opened;
    await tab.getByText(`Du har ansvar for ${all} systemer og arbejdsgange.`).waitFor();
    await tab.getByRole('link', { name: 'Åbn mine systemer' }).click();
    await tab.getByRole('heading', { level: 1, name: `Du har ansvar for ${all} systemer og arbejdsgange` }).waitFor();
    expect(await tab.getByRole('navigation').getByRole('link', { name: 'Mine systemer' }).count()).toBe(1);
    const rows = tab.getByRole('row');
    await rows.filter({ hasText: 'Medicin i hjemmeplejen' }).getByText('17 dage over tiden').waitFor();
    await rows.filter({ hasText: 'Visitation af hjælp' }).getByText('Du passer det for Omar Hassan').waitFor();
    await tab.getByRole('link', { name: `${overdue} har opgaver over tiden` }).click();
    await tab.getByText(`${overdue} fundet`).waitFor();
    await tab.getByRole('button', { name: 'Alle', exact: true }).click();
    await tab.getByText(`${all} fundet`).waitFor();
    await resize(opened, 320);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await tab.getByRole('link', { name: 'Omsorgsjournalen Nærcare', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare' }).waitFor();
  });

  it('are not in the way of whoever owns none, who is told where they come from', async () => {
    const { tab } = await show('/', {}, 'employee');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.getByRole('link', { name: 'Mine systemer' }).count()).toBe(0);
    await goTo(tab, '/systems');
    await tab.getByText('Mangler der et system').waitFor();
    expect(await tab.getByRole('link', { name: 'Se, hvem der er din ISK' }).count()).toBe(1);
  });
});

describe('everything of somebody who leaves', () => {
  it('is seen, given to a receiver for all and another for the systems, with its consequence first, and reported', async () => {
    const { id } = await person('Line Bach Eriksen');
    const { tab } = await show('/hand-overs', {}, 'ciso');
    await tab.getByRole('searchbox').fill('line bach');
    await tab.getByRole('link', { name: 'Se det hele, som Line Bach Eriksen står med' }).click();
    await tab.getByRole('heading', { level: 1, name: /^Line Bach Eriksen står med \d+ ting/ }).waitFor();
    expect(tab.url()).toContain(id);
    const tasks = tab.getByRole('region', { name: 'Opgaver', exact: true });
    const shown = await tasks.getByRole('listitem').count();
    await tasks.getByRole('button', { name: /^Vis alle \d+$/ }).click();
    await expect.poll(() => tasks.getByRole('listitem').count()).toBeGreaterThan(shown);
    await tab.getByRole('button', { name: 'Overdrag alt' }).click();
    await tab.getByText('Vælg, hvem der tager over.').waitFor();
    const first = tab.locator('[data-part="found-list"] button').first();
    await tab.getByRole('searchbox').first().fill('laura bach');
    await first.click();
    const words = tab.getByText(/^\d+ ting går til Laura Bach\.$/);
    await words.waitFor();
    const [all = ''] = /^\d+/.exec(await words.innerText()) ?? [];
    await tab.getByRole('button', { name: 'Vælg en anden: Systemer og arbejdsgange' }).click();
    await tab.getByRole('searchbox').last().fill('signe jensen');
    await first.click();
    await tab.getByText('4 ting går til Signe Jensen').waitFor();
    await tab.getByRole('textbox', { name: /^Besked til dem/ }).fill('Stopper den 30. november');
    await tab.getByRole('button', { name: `Giv ${all} ting videre` }).click();
    await tab.getByRole('heading', { level: 1, name: `${all} ting fra Line Bach Eriksen er givet videre` }).waitFor();
    await tab.getByRole('row', { name: 'Børnesagen Systemer og arbejdsgange Signe Jensen' }).waitFor();
    await tab.evaluate(() => history.back());
    await expect.poll(() => new URL(tab.url()).pathname).toBe('/tab/hand-overs');
  });

  it('stays where the reader may not give it, with the reason before and after', async () => {
    const { id } = await person('Mette Sørensen');
    const { tab } = await show(`/hand-overs/person/${id}`, {}, 'Omar Hassan');
    await tab.getByText('Du må ikke give det videre: Kun CISO’en').waitFor();
    await tab.getByRole('searchbox').first().fill('helle jensen');
    await tab.locator('[data-part="found-list"] button').first().click();
    await tab.getByRole('textbox', { name: /^Besked til dem/ }).fill('Skal på orlov');
    await tab.getByRole('button', { name: /^Giv \d+ ting videre$/ }).click();
    const left = tab.getByRole('table', { name: 'Det blev stående' });
    await left.getByRole('row', { name: /Aktiviteter i årshjulet Kun CISO’en/ }).waitFor();
  });
});

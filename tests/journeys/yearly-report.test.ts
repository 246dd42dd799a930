import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalView } from '../../api/approvals/contract.ts';
import { figuresContract } from '../../api/figures/contract.ts';
import { allFigures, figureValues, valueFor, type Owner } from '../../api/figures/index.ts';
import { todayOf } from '../../api/kernel/index.ts';
import { governanceContract } from '../../api/governance/contract.ts';
import { reportsContract, reportView, type ReportNumber, type ReportView } from '../../api/reports/contract.ts';
import { toldOf } from '../walk/figures/thing.ts';
import { rawFigures, rawFrozen } from '../walk/raw-figures.ts';
import { addMonths } from '../walk/raw-dates.ts';
import { dayIn, placesInUse, text, type Fields } from '../walk/raw-items.ts';
import { inWorkingHours, notInJanuary, notOnTheFirst } from '../support/danish-time.ts';
import { wordFile } from '../support/word-file.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';

const odd = '"Citat" fra Direktionen: <b>{{title}}</b> & »æøå« – langt';
const wordsIn = (docx: Uint8Array): string =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<\/w:(?:p|tc)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u2060', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A control that is reviewed in time, and would be late if reviewed every month. */
function isInTime(control: Fields, day: string): boolean {
  const from = dayIn(control, 'AssessedOn') || dayIn(control, 'StartedOn');
  const months = Number(control['ReviewMonths']);
  const isRunning = text(control, 'State') === 'running' && months > 0;
  return isRunning && addMonths(from, months) >= day && addMonths(from, 1) < day;
}

describe('the yearly report of the seeded municipality', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let year: number;
  let view: ReportView;
  let path: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const ask = async (person: { id: string }, method: string, to: string, body?: unknown) => {
    const answer = await world.as(person, method, to, body);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  };
  const press = async (names: readonly string[]) => {
    for (const name of names) {
      const person = await named(name);
      const card = (await world.chatOf(person)).findLast(
        ({ from, card: shown }) => from === 'bot' && JSON.stringify(shown ?? '').includes('Årsrapport'),
      );
      expect(card, name).toBeDefined();
      await world.press(person, card?.id ?? '', 'Godkend');
    }
    await world.process();
  };
  const numbersOf = ({ sections }: ReportView): ReportNumber[] =>
    sections.flatMap(({ figures, chart }) =>
      [...figures, ...(chart?.bars ?? [])].flatMap(({ numbers: { now, before } }) => [now ?? [], before ?? []].flat()),
    );

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' }, notInJanuary(notOnTheFirst(inWorkingHours(new Date()))));
    ciso = await world.personWith('ciso');
    year = Number(todayOf(world.desk.clock).slice(0, 4));
    const begun = reportView.parse(await ask(ciso, 'POST', '/api/reports', { year }));
    path = `/api/reports/${begun.key}`;
    expect(begun).toMatchObject({ state: 'draft', missingYear: `${year - 1}-12-31` });
    view = reportView.parse(await ask(ciso, 'POST', `${path}/figures`, { lastYear: true }));
  });
  afterAll(() => world.close());

  it('tells no number that is not frozen, and every figure of the whole and of each centre comes to the same when counted a second time', async () => {
    const { world: site } = world.desk;
    if (!site) throw new Error('no desk here');
    expect(view.missingYear).toBeUndefined();
    const numbers = numbersOf(view);
    expect(numbers.length).toBeGreaterThan(100);
    const kept = new Map<string, ReturnType<typeof rawFrozen>>();
    for (const { owner, day } of numbers) kept.set(`${day} ${owner}`, undefined);
    for (const place of kept.keys()) kept.set(place, rawFrozen(site, place.slice(0, 10), place.slice(11)));
    for (const { figure, owner, day, value, numerator, denominator } of numbers)
      expect([figure, owner, ...(kept.get(`${day} ${owner}`)?.[figure] ?? [])]).toEqual([
        ...[figure, owner, numerator, denominator ?? null, value ?? null],
      ]);
    const policyDays = world.program.context.organisation.acknowledgeWithinDays;
    const again = rawFigures({ world: site, day: view.asOf, policyDays });
    expect(Object.keys(again).sort()).toEqual(allFigures.map(({ key }) => key).sort());
    const live = await figureValues(world.program.context);
    const owners = ['whole', ...placesInUse(site).map(({ id }) => id)] as Owner[];
    const differing = owners.flatMap((owner) =>
      allFigures.flatMap((figure) => {
        const [numerator, denominator, value] = rawFrozen(site, view.asOf, owner)?.[figure.key] ?? [];
        if (numerator === undefined) return figure.whose === 'whole' && owner !== 'whole' ? [] : [`no ${figure.key}`];
        // Reachability is frozen as of the freezing, and people become reachable later.
        const told = figure.onlyNow ? valueFor(live, figure, owner) : undefined;
        const kept = told ? [told.numerator, told.denominator ?? 0, told.value] : [numerator, denominator ?? 0, value];
        const counted = again[figure.key];
        const recount = counted && toldOf(counted, owner);
        const isSame = recount?.join(' ') === kept.join(' ');
        return isSame ? [] : [`${owner} ${figure.key}: ${kept.join(' ')}, counted ${recount?.join(' ')}`];
      }),
    );
    expect(differing).toEqual([]);
  });

  it('stands on a day that comes to the same when the program counts it again; a record edited since is named', async () => {
    const { answer } = figuresContract['GET /api/figures/frozen/:frozenKey/check'];
    const again = async () => answer.parse(await ask(ciso, 'GET', `/api/figures/frozen/${view.asOf}/check`));
    const before = await again();
    expect(before.differing).toEqual([]);
    expect(before.same).toBeGreaterThan(300);
    const sites = world.desk.world?.sites;
    const list = sites?.lists.find('Controls');
    const item = list && sites?.items.page(list, 0, 1_000).find(({ fields }) => isInTime(fields, view.asOf));
    if (!sites || !list || !item) throw new Error('no control to edit');
    sites.items.update(list, item, { ...item.fields, ReviewMonths: 1 }, 'owner');
    await world.process();
    const after = await again();
    const late = after.differing.find(({ figure, owner }) => figure === 'controlsLate' && owner === 'whole');
    expect(late?.records).toContainEqual({ list: 'Controls', key: text(item.fields, 'Key'), change: 'changed' });
    expect(after.differing.map(({ figure }) => figure)).not.toContain('policyCoverage');
    // A centre is named, and not by its key.
    for (const { owner, centre } of after.differing) expect(centre !== undefined, owner).toBe(owner !== 'whole');
  });

  it('is written by the team over what the figures say; who saves second is told of who was first', async () => {
    const body = {
      ...{ texts: [{ key: 'policy', text: odd }], off: ['incidents'], expected: view.changedAt },
      decisions: [
        {
          title: 'Sæt lås på skabe til tablets',
          why: 'De bliver taget.',
          role: 'securityTeam',
          due: `${year + 1}-03-01`,
        },
        { title: 'Hold en øvelse', why: '', role: 'centreManager', due: `${year + 1}-06-01` },
      ],
    };
    const before = view;
    view = reportView.parse(await ask(ciso, 'PUT', path, body));
    // The answer was lost with the program, and the press came again.
    expect(await ask(ciso, 'PUT', path, body)).toMatchObject({ changedAt: view.changedAt });
    const section = (key: string) => view.sections.find((one) => one.key === key);
    expect(section('policy')).toMatchObject({ text: odd, isOwn: true });
    expect(section('incidents')).toMatchObject({ isOff: true });
    const second = await world.as(await world.personWith('securityTeam'), 'PUT', path, {
      ...body,
      expected: before.changedAt,
    });
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'reports.changedMeanwhile' } } });
  });

  it('refuses a wrong template with the name and the paragraph, and fills the municipality’s own', async () => {
    const wrong = wordFile('Ishøj Kommune', '{{titel}}');
    const refused = await world.upload(ciso, `${path}/template`, 'Skabelon.docx', wrong);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'reports.template.unknown' } } });
    expect(JSON.stringify(refused.body)).toContain('Afsnit 2 (“{{titel}}”)');
    const own = wordFile(
      '{{organisation}} {{year}}',
      'Bekræftet: {{figures.policyCoverage}}',
      '{{#sections}}',
      '{{section.title}}',
      '{{section.text}}',
      '{{section.figures}}',
      '{{/sections}}',
      '{{decisions}}',
    );
    expect(await world.upload(ciso, `${path}/template`, 'Skabelon.docx', own)).toMatchObject({
      ...{ status: 200, body: { template: { name: 'Skabelon.docx' } } },
    });
    const words = wordsIn(await world.download(ciso, `${path}/report.docx`));
    const coverage = view.sections.find(({ key }) => key === 'policy')?.figures[0]?.now ?? '?';
    expect(words).toContain(`Ishøj Kommune ${year}\nBekræftet: ${coverage}\nSammenfatning`);
    expect(words).toContain(odd);
    expect(words).not.toContain('Hændelser i år');
    expect(words).toContain('Hold en øvelse');
    await ask(ciso, 'DELETE', `${path}/template`);
  });

  it('says the same in Word and PDF, and every number of both is one of the figures or stands in a name or a day', async () => {
    view = reportView.parse(await ask(ciso, 'GET', path));
    const shown = view.sections.filter(({ isOff }) => !isOff);
    const figures = shown.flatMap(({ figures: rows, chart }) => [
      ...rows.flatMap(({ now, before }) => [now, before]),
      ...(chart?.bars ?? []).flatMap(({ now, before }) => [now?.words ?? '', before?.words ?? '']),
    ]);
    const besides = [
      ...[view.title, view.about, view.columns.now, view.columns.before, odd],
      ...shown.flatMap(({ title, tables, figures: rows, chart }) => [
        ...[title, chart?.title ?? '', ...rows.map(({ name }) => name), ...(chart?.bars ?? []).map((bar) => bar.title)],
        ...tables.flatMap((table) => [table.title, ...table.rows.flat()]),
      ]),
      ...view.decisions.flatMap(({ title, why, due }) => [title, why, String(Number(due.slice(8))), due.slice(0, 4)]),
      // Versions and dates of the policy, chapters of standards, and the seal of the trail.
      ...[
        JSON.stringify(await ask(ciso, 'GET', '/api/policy')),
        'ISO 27001 NIS 2',
        view.seal?.seal ?? '',
        String(Number(view.seal?.day.slice(8))),
      ],
    ];
    const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const allowed = new Set([...figures, ...besides].flatMap(numbersIn));
    const said = view.sections.find(({ key }) => key === 'policy')?.written ?? '';
    for (const number of numbersIn(said)) allowed.add(number);
    const sealed = (text: string) => text.replaceAll(/(?:[0-9a-f]{8}\s*){4,}/g, '').replaceAll(/Side \d+ af \d+/g, '');
    const word = wordsIn(await world.download(ciso, `${path}/report.docx`));
    const paper = await extractText(await world.download(ciso, `${path}/report.pdf`), { mergePages: true });
    for (const text of [word, paper.text]) {
      const found = numbersIn(sealed(text));
      expect(found.length).toBeGreaterThan(100);
      expect(found.filter((number) => !allowed.has(number))).toEqual([]);
    }
    for (const { title } of shown) expect(paper.text).toContain(title);
  });

  it('goes from the committee to Direktionen by cards, and what they approved is kept with its hash and the seal', async () => {
    expect((await world.as(await named('Henrik Bay Mortensen'), 'GET', path)).status).toBe(404);
    view = reportView.parse(await ask(ciso, 'POST', `${path}/submit`));
    await world.process();
    expect(view).toMatchObject({ state: 'waiting', waitsFor: 'securityCommittee', abilities: { edit: false } });
    expect(await world.save(ciso, path, { texts: [], off: [], decisions: [] })).toMatchObject({ status: 409 });
    const { word, paper } = view.sent ?? { word: '', paper: '' };
    expect(sha256(await world.download(ciso, `${path}/report.pdf`))).toBe(paper);
    expect(sha256(await world.download(ciso, `${path}/report.docx`))).toBe(word);
    const request = approvalView.parse(await ask(ciso, 'GET', `/api/approvals/${view.approval?.requestKey}`));
    expect(request).toMatchObject({ file: { hash: paper } });
    await press(['Lone Friis Albrechtsen', 'Emre Aydın', 'Hanne Toft Lauridsen', 'Kirsten Vang Poulsen']);
    view = reportView.parse(await ask(ciso, 'GET', path));
    expect(view).toMatchObject({ state: 'waiting', waitsFor: 'executiveBoard' });
    await press(['Henrik Bay Mortensen', 'Mads Ravn Jespersen', 'Birgitte Skov Andreasen']);
    view = reportView.parse(await ask(await named('Henrik Bay Mortensen'), 'GET', path));
    expect(view).toMatchObject({ state: 'approved', abilities: { edit: false, submit: false } });
  });

  it('makes a task of each decision, and is marked as sent on to Koncernledelsen and Byrådet by whoever does it', async () => {
    const { plan, informed } = view;
    expect(plan.map(({ title }) => title)).toContain('Sæt lås på skabe til tablets');
    expect(plan.filter(({ title }) => title === 'Hold en øvelse').length).toBeGreaterThan(3);
    expect(informed).toMatchObject([{ body: 'corporateManagement' }, { body: 'cityCouncil' }]);
    const task = informed[0]?.path.split('/').at(-1) ?? '';
    await ask(ciso, 'POST', `/api/wheel/tasks/${task}/complete`, { note: 'Sendt med mødet' });
    const management = await world.personWith('corporateManagement');
    const after = reportView.parse(await ask(management, 'GET', path));
    expect(after.informed[0]).toMatchObject({ sentOn: todayOf(world.desk.clock), by: { id: ciso.id } });
    const toCouncil = informed[1]?.path.split('/').at(-1) ?? '';
    await ask(await world.personWith('councilSecretary'), 'POST', `/api/wheel/tasks/${toCouncil}/complete`, {});
    const { duties } = governanceContract['GET /api/governance/duties'].answer.parse(
      await ask(ciso, 'GET', '/api/governance/duties'),
    );
    expect(duties.find(({ key }) => key === 'boardInformsCouncil')).toMatchObject({
      ...{ state: 'done', latest: { on: todayOf(world.desk.clock), path: `/figures/reports/aarsrapport-${year}` } },
    });
    const list = reportsContract['GET /api/reports'].answer.parse(await ask(management, 'GET', '/api/reports'));
    expect(list).toMatchObject({
      reports: [{ year, state: 'approved' }],
      years: [],
      abilities: { make: false, management: true },
    });
  });
});

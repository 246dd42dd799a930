import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { approvalsView, approvalView } from '../../api/approvals/contract.ts';
import { meView } from '../../api/organisation/contract.ts';
import { procedureCoverageView, proceduresView, procedureView } from '../../api/procedures/contract.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { wordFile } from '../support/word-file.ts';

const centreId = 'voksne-og-velfaerd';
const title = 'Udlevering af journaler';
const first = wordFile(title, 'Journaler udleveres af teamlederen.', 'Spørg altid, hvem der beder om dem.');
const second = wordFile(
  title,
  'Journaler udleveres af teamlederen eller dennes stedfortræder.',
  'Spørg altid, hvem der beder om dem, og skriv det i journalen.',
);

describe('a local procedure, from a Word file to everybody who follows it', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let committee: WorldPerson[];
  let anne: WorldPerson;
  let key: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const read = async (person: WorldPerson) =>
    procedureView.parse((await world.as(person, 'GET', `/api/procedures/${key}`)).body);
  const obligations = async (person: WorldPerson) =>
    meView.parse((await world.as(person, 'GET', '/api/me')).body).obligations;
  const cards = async (person: WorldPerson, words: string) =>
    (await world.chatOf(person)).filter((line) => line.from === 'bot' && textOf(line).includes(words));
  const textOf = (line: ChatLine) => JSON.stringify(line.card ?? '');
  const card = async (person: WorldPerson) => {
    const found = (await cards(person, title)).at(-1);
    if (!found) throw new Error(`${person.name} has no card about it`);
    return found;
  };
  const waiting = async (person: WorldPerson) =>
    approvalsView
      .parse((await world.as(person, 'GET', '/api/approvals?show=waiting')).body)
      .approvals.filter((row) => row.title === title);

  beforeAll(async () => {
    world = await startWorld();
    isk = await named('Mette Sørensen');
    manager = await named('Hanne Toft Lauridsen');
    anne = await named('Anne Jensen');
    committee = (await world.people()).filter(({ roles }) => roles.includes('securityCommittee'));
    await world.process();
  });
  afterAll(() => world.close());

  it('begins when the ISK drops a Word file, and tells who will decide', async () => {
    const body = {
      ...{ kind: 'procedure', centreId, title, area: 'area-personal-data', jobTitles: [], mustAcknowledge: true },
      ...{ reviewMonths: 12, summary: 'Ny procedure for, hvem der udleverer journaler.' },
    };
    const made = await world.as(isk, 'POST', '/api/procedures', body);
    expect(made.status).toBe(200);
    key = procedureView.parse(made.body).key;
    const sent = await world.upload(isk, `/api/procedures/${key}/draft/file`, 'Udlevering æøå.docx', first);
    expect(sent).toMatchObject({ status: 200, body: { coming: { file: { name: 'Udlevering æøå.docx' } } } });
    const view = await read(isk);
    expect(view.coming?.fileText).toContain('Journaler udleveres af teamlederen.');
    expect(view.way?.map((stage) => stage.body)).toEqual(['centreManager', 'securityCommittee']);
    expect((await world.as(anne, 'GET', `/api/procedures/${key}`)).status).toBe(404);
  });

  it('is sent back by the centre manager from the card, with words, and the ISK hears of it', async () => {
    expect((await world.as(isk, 'POST', `/api/procedures/${key}/submit`)).status).toBe(200);
    await world.process();
    const asked = await card(manager);
    const silent = await world.press(manager, asked.id, 'Send tilbage');
    expect(JSON.stringify(silent.body)).not.toContain('Du har sendt det tilbage');
    expect(await waiting(manager)).toHaveLength(1);
    await world.press(manager, asked.id, 'Send tilbage', { comment: 'Hvem gør det, når teamlederen er på ferie?' });
    expect(await waiting(manager)).toHaveLength(0);
    await world.process();
    expect((await read(isk)).coming?.state).toBe('returned');
    expect((await cards(isk, 'Hvem gør det, når teamlederen er på ferie?')).length).toBeGreaterThan(0);
    expect((await obligations(isk)).filter(({ kind }) => kind === 'resubmit')).toHaveLength(1);
    expect(await cards(committee[0]!, title)).toHaveLength(0);
  });

  it('comes again as a second round that shows what has changed, and an old card approves nothing', async () => {
    const old = await card(manager);
    await world.upload(isk, `/api/procedures/${key}/draft/file`, 'Udlevering æøå.docx', second);
    await world.as(isk, 'POST', `/api/procedures/${key}/submit`);
    await world.process();
    const [row] = await waiting(manager);
    expect(row).toMatchObject({ round: 2, mine: 'vote' });
    const view = approvalView.parse((await world.as(manager, 'GET', `/api/approvals/${row!.key}`)).body);
    expect(view.difference?.against).toBe('round');
    expect(view.difference?.blocks.some(({ kind }) => kind === 'changed')).toBe(true);
    const oldButtons = textOf((await world.chatOf(manager)).find(({ id }) => id === old.id)!);
    expect(oldButtons).not.toContain('"title":"Godkend"');
    expect((await obligations(isk)).some(({ kind }) => kind === 'resubmit')).toBe(false);

    await world.press(manager, (await card(manager)).id, 'Godkend');
    await world.process();
    expect(await waiting(manager)).toHaveLength(manager.roles.includes('securityCommittee') ? 1 : 0);
  });

  it('is approved by the committee from their cards, and every card shows how it ended', async () => {
    const voters = committee.slice(0, 5);
    for (const member of voters) {
      const [row] = await waiting(member);
      if (row) await world.press(member, (await card(member)).id, 'Godkend');
    }
    await world.process();
    const view = await read(isk);
    expect(view.current?.state).toBe('valid');
    expect(view.coming).toBeUndefined();
    for (const member of committee) expect(textOf(await card(member)), member.name).not.toContain('"title":"Godkend"');
    const { approvals } = approvalsView.parse((await world.as(isk, 'GET', '/api/approvals?show=sent')).body);
    expect(approvals.filter((row) => row.title === title && row.state === 'open')).toEqual([]);
  });

  it('reaches the people of the centre, who acknowledge it from the card, and nobody else', async () => {
    expect(
      (await obligations(anne)).filter(({ kind }) => kind === 'acknowledgeProcedure').map((one) => one.title),
    ).toContain(title);
    await world.press(anne, (await card(anne)).id, 'Jeg har læst og følger den');
    await world.process();
    const view = await read(anne);
    expect(view.receipt?.channel).toBe('card');
    expect((await read(isk)).audience.acknowledged).toBe(1);
    expect((await obligations(anne)).some((one) => one.title === title)).toBe(false);
    const outside = (await world.people()).find(
      ({ centre, roles }) => centre !== undefined && centre !== anne.centre && roles.length === 1,
    )!;
    expect(await cards(outside, title)).toHaveLength(0);
    expect((await world.as(outside, 'GET', `/api/procedures/${key}`)).status).toBe(404);
  });

  it('gives exactly the approved bytes to whoever opens it, and is found by its words', async () => {
    const { current } = await read(anne);
    const bytes = await world.download(anne, `/api/procedures/${key}/versions/${current!.key}/file`);
    expect(Buffer.from(bytes).equals(Buffer.from(second))).toBe(true);
    expect(current?.file?.hash).toBe(createHash('sha256').update(second).digest('hex'));
    const look = async (words: string) =>
      proceduresView
        .parse((await world.as(anne, 'GET', `/api/procedures?q=${encodeURIComponent(words)}`)).body)
        .procedures.map((row) => row.title);
    expect(await look('stedfortræder journal')).toContain(title);
    expect(await look('stedfortraeder')).toContain(title);
    const matrix = procedureCoverageView.parse((await world.as(isk, 'GET', '/api/procedure-coverage')).body);
    expect(matrix.guidelines.length).toBeGreaterThan(0);
  });

  it('asks nobody any more on their card once it is taken out of use, and a receipt stays', async () => {
    const asked = async (person: WorldPerson) => (await cards(person, 'Jeg har læst og følger den')).map(textOf);
    const near = (await world.people()).filter(({ centre, id }) => centre === anne.centre && id !== anne.id);
    let waits: WorldPerson | undefined;
    for (const person of near) if (!waits && (await asked(person)).some((text) => text.includes(title))) waits = person;
    expect(waits).toBeDefined();
    const receipt = textOf(await card(anne));
    const retired = await world.as(isk, 'POST', `/api/procedures/${key}/retire`, { reason: 'Afløst' });
    expect(retired.status).toBe(200);
    await world.process();
    expect(textOf(await card(waits!))).toContain(`“${title}” gælder ikke mere. Du skal ikke bekræfte den.`);
    expect((await asked(waits!)).filter((text) => text.includes(title))).toEqual([]);
    expect(textOf(await card(anne))).toBe(receipt);
  });
});

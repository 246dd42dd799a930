import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvalsView, approvalView } from '../../api/approvals/contract.ts';
import { todayOf } from '../../api/kernel/index.ts';
import { policyVersionView } from '../../api/policy/contract.ts';
import { profileFile, turnedAnswers } from '../support/turned-answers.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const text = ({ card }: ChatLine) => JSON.stringify(card ?? '');

describe('a tenant that answers everything otherwise', () => {
  const profile = profileFile(turnedAnswers);
  let world: JourneyWorld;
  let ciso: WorldPerson;
  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600', PROFILE: profile.path });
    expect(world.desk.world?.faults.tenant).toMatchObject(turnedAnswers);
    ciso = await world.personWith('ciso');
  });
  afterAll(async () => {
    await world.close();
    profile.remove();
  });
  const cardOf = async (person: WorldPerson, ...words: string[]) => {
    const card = (await world.chatOf(person)).findLast(
      (line) => line.from === 'bot' && words.every((word) => text(line).includes(word)),
    );
    if (!card) throw new Error(`${person.name} has no card with ${words.join(', ')}`);
    return card;
  };
  /** As they are stored. */
  const receiptsOf = (person: WorldPerson, versionKey: string) => {
    const { lists, items } = world.desk.world!.sites;
    const stored = items.page(lists.find('Acknowledgements')!, 0, Number.MAX_SAFE_INTEGER);
    return stored.filter(
      ({ fields }) => JSON.stringify(fields).includes(versionKey) && fields['PersonId'] === person.id,
    );
  };
  const versionOf = async (key: string) =>
    policyVersionView.parse((await world.as(ciso, 'GET', `/api/policy/versions/${key}`)).body);

  it('has a policy published, brought to everybody and acknowledged from the card, once', async () => {
    const body = '# Politik 7.0\n\n## Kort\n\n- Lås skærmen.\n- Spørg din ISK.\n- Sig det, når noget går galt.';
    const draft = await world.as(ciso, 'POST', '/api/policy/versions', {
      ...{ title: 'Informationssikkerhedspolitik', number: '7.0', body, changeKind: 'major' },
      ...{ summary: 'Nyt om skærme.', effectiveOn: todayOf(world.desk.clock) },
    });
    const { key } = z.object({ key: z.string() }).parse(draft.body);
    const publish = { reason: 'Det haster meget', when: 'now' };
    expect((await world.as(ciso, 'POST', `/api/policy/versions/${key}/publish`, publish)).status).toBe(200);
    await world.process();
    expect(await versionOf(key)).toMatchObject({ state: 'published', body });
    const employee = (await world.people()).find(({ roles, id }) => roles.length === 1 && id !== ciso.id)!;
    const card = await cardOf(employee, 'Nyt om skærme.');
    for (const _twice of [1, 2])
      await world.press(employee, card.id, 'Jeg har læst og følger den').catch(() => undefined);
    await world.process();
    expect(receiptsOf(employee, key)).toHaveLength(1);
  });

  it('has a request decided from the card of somebody whom it waits for', async () => {
    const openTo = async (person: WorldPerson) =>
      approvalsView
        .parse((await world.as(person, 'GET', '/api/approvals')).body)
        .approvals.find(({ mine, title }) => mine === 'vote' && !title.startsWith('Informationssikkerhedspolitik'));
    let asked: { person: WorldPerson; key: string; title: string } | undefined;
    for (const person of (await world.people()).filter(({ roles }) => roles.length > 1)) {
      const request = asked ? undefined : await openTo(person);
      if (request) asked = { person, key: request.key, title: request.title };
    }
    const { person, key, title } = asked!;
    const { id } = await cardOf(person, '"title":"Godkend"', JSON.stringify(title).slice(1, -1));
    await world.press(person, id, 'Godkend');
    await world.process();
    const request = approvalView.parse((await world.as(person, 'GET', `/api/approvals/${key}`)).body);
    const votes = request.events.filter(({ what, person: by }) => what === 'voted' && by?.id === person.id);
    expect(votes, title).toHaveLength(1);
  });
});

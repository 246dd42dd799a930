import { it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import type { PersonId } from '../../../../api/kernel/index.ts';
import { actorOf, People, RoleAssignments } from '../../../../api/organisation/index.ts';
import { acknowledgePolicy } from '../../../../api/policy/index.ts';
import { answerCommand, answerWritten, groupCard } from '../../../../bot/commands/index.ts';
import { coordinatorCard, unansweredCard, welcomeCard } from '../../../../bot/organisation/index.ts';
import { declareObligationSources } from '../../../../api/obligations/index.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { aCommittee, aStage, submit } from '../an-approval.ts';
import { aPocket } from '../../contingency/pocket/a-pocket.ts';
import { person } from '../../organisation/builders.ts';
import { aDay, aPolicyDue, aTaskDue, bo } from '../a-day-of-digests.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, born, mette, voksne } from '../bot-context.ts';
import { readCards } from './as-read.ts';

const another = (number: number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId;
const words = {
  da: { tasks: 'mine opgaver', late: 'overskredne opgaver', centre: 'mit center', status: 'hvad er status' },
  en: { tasks: 'my tasks', late: 'overdue tasks', centre: 'my centre', status: 'what is the status' },
} as const;

function ask(context: Context, who: PersonId, text: string) {
  const actor = actorOf(context, who);
  if (!actor) throw new Error('not employed');
  return answerCommand(context, actor, text);
}

it('what the bot says of itself reads as it is approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aDay();
    look('an employee’s first', welcomeCard(context, anne, language));
    look('somebody whom the directory has not brought yet', welcomeCard(context, undefined, language));
    look('an employee', ask(context, anne, language === 'da' ? 'hjælp' : 'help'));
    look('a manager', ask(context, bo, language === 'da' ? 'hjælp' : 'help'));
    look('what it does not know', ask(context, anne, language === 'da' ? 'kan du danse' : 'can you dance'));
    look('an employee', ask(context, anne, language === 'da' ? 'skriv ikke til mig mere' : 'stop writing to me'));
    look('when it could not answer', unansweredCard(context, language, '2026-11-24T09:12:00.000Z'));
    look('in a channel', groupCard(context, language));
  });
});

it('its answers about what is owed read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aDay();
    const said = words[language];
    look('nothing is owed', ask(context, anne, said.tasks));
    await aCentre(context, born, 'Center for Børn og Unge');
    look('there is no policy yet', ask(context, bo, said.status));
    await aPolicyDue(context, '2026-11-20');
    await aTaskDue(context, '2026-12-03');
    look('two things', ask(context, anne, said.tasks));
    look('what is late', ask(context, anne, said.late));
    look('a manager', ask(context, bo, said.centre));
    look('an employee', ask(context, anne, said.centre));
    for (let number = 0; number < 10; number += 1)
      await aPerson(context, another(number), { title: `Kollega ${number + 1}`, centreId: number < 6 ? born : voksne });
    for (const number of [0, 1, 2, 6])
      await acknowledgePolicy(context, actorOf(context, another(number))!, {
        versionKey: 'policy-4.0',
        channel: 'tab',
      });
    look('an employee', ask(context, anne, said.status));
    look('an ISK', ask(context, mette, said.status));
    await aRole(context, anne, 'ciso');
    look('the CISO', ask(context, anne, said.status));
    look('the CISO', ask(context, anne, said.centre));
  });
});

it('its answers about what the texts say read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aDay();
    await aPolicy(context, { body: policyText });
    const said = async (da: string, en: string) => {
      const actor = actorOf(context, anne);
      if (!actor) throw new Error('not employed');
      return answerWritten(context, actor, language === 'da' ? da : en);
    };
    look(
      'the policy says it',
      await said('Hvad siger politikken om adgangskoder?', 'What does the policy say about adgangskoder?'),
    );
    look('nothing says it', await said('hvad siger politikken om kaffe', 'what does the policy say about coffee'));
  });
});
const policyText =
  '# Formål\n\nPolitikken gælder for alle.\n\n## Sådan passer du på\n\n1. **Lås** skærmen, når du går.\n2. Hold din adgangskode for dig selv.';

it('its answers about whom to ask read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aDay();
    await context.list(People).update(mette, () => ({ jobTitle: 'Konsulent', mail: 'mette@ishoj.example' }));
    look('one ISK', coordinatorCard(context, anne, language));
    await aRole(context, bo, 'coordinator', voksne);
    look('two', coordinatorCard(context, anne, language));
    await aCentre(context, born, 'Center for Børn og Unge');
    const other = language === 'da' ? 'hvem er ISK i børn og unge' : 'who is the ISK in børn og unge';
    look('another centre without one', ask(context, anne, other));
    await aRole(context, mette, 'coordinator', born);
    look('another centre', ask(context, anne, other));
    await context.list(RoleAssignments).remove(`${mette}-coordinator-${born}`);
    await context.list(People).update(anne, () => ({ centreId: born }));
    look('neither ISK nor manager', coordinatorCard(context, anne, language));
    await aRole(context, bo, 'centreManager', born);
    look('no ISK', coordinatorCard(context, anne, language));
    await context.list(People).update(anne, () => ({ centreId: undefined as never }));
    look('no centre', coordinatorCard(context, anne, language));
  });
});

it('its answers about approvals and about what is down read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aCommittee(language);
    declareObligationSources(context, obligationSources);
    const approvals = language === 'da' ? 'godkendelser' : 'approvals';
    look('nothing waits', ask(context, person('mia'), approvals));
    await submit(context, [aStage()]);
    look('one waits', ask(context, person('mia'), approvals));
    const pocket = await aPocket();
    const down = language === 'da' ? 'det er nede' : 'it is down';
    look('one plan', ask(pocket.context, person('anne'), down));
    look('no plan', ask(pocket.context, person('bo'), down));
  });
});

import { addDays } from '../../../api/kernel/index.ts';
import { ownTab, today } from '../tab-page.ts';
import { walkPages } from './walk-pages.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNgiJr3//9/AAo7A/Y8IcQsAAAAAElFTkSuQmCC',
  'base64',
);

/** Not in the seed: sheets to sign, an incident, a succession and a procedure that is a picture. */
const tab = ownTab(
  {},
  async ({ ask, person, journey }) => {
    const isk = await person('Mette Sørensen');
    const subject = { kind: 'acknowledgePolicy', subjectKey: 'policy-4-0' } as const;
    const { people } = await ask('ciso', 'GET /api/sign-sheet-people', { query: subject });
    const personIds = people.slice(0, 12).map(({ id }) => id);
    const sheet = { ...subject, heldOn: addDays(today, 2), place: 'Kantinen', personIds };
    const meeting = await ask('ciso', 'POST /api/sign-sheets', { body: { ...sheet, way: 'meeting' } });
    const letter = await ask('ciso', 'POST /api/sign-sheets', { body: { ...sheet, way: 'letter' } });
    const leaver = await person('Line Bach Eriksen');
    const receiver = await person('Laura Bach');
    const given = { fromPersonId: leaver.id, toPersonId: receiver.id, note: 'Stopper den 30. november' };
    const done = await ask('ciso', 'POST /api/successions', { body: given });
    const board = await ask('Mette Sørensen', 'POST /api/procedures', {
      body: {
        kind: 'procedure',
        centreId: 'voksne-og-velfaerd',
        title: 'Tavlen i personalerummet',
        area: 'area-paper',
        jobTitles: [],
        mustAcknowledge: false,
        reviewMonths: 12,
        summary: 'Tavlen hænger i personalerummet.',
      },
    });
    await journey.upload(isk, `/api/procedures/${board.key}/draft/file`, 'Tavlen.png', picture);
    await ask('Mette Sørensen', 'POST /api/procedures/:procedureKey/submit', { params: { procedureKey: board.key } });
    const reporter = await person('Anne Jensen');
    const answer = (await journey.write(reporter, 'jeg har mistet min telefon')).at(-1);
    await journey.press(reporter, answer?.id ?? '', 'Giv besked til ISK', { text: 'Glemt i bus 400S kl. 22' });
    const { courses } = await ask('ciso', 'GET /api/learning/courses', {});
    const { rounds } = await ask('ciso', 'GET /api/learning/rounds', {});
    await journey.process();
    return {
      meeting: meeting.key,
      letter: letter.key,
      leaver: (await person('Omar Hassan')).id,
      done: done.key,
      board: board.key,
      course: courses[0]?.key ?? 'none',
      round: rounds.find(({ opensOn }) => opensOn > today)?.key ?? rounds[0]?.key ?? 'none',
    };
  },
  { stays: true },
);

walkPages(
  [
    '/',
    '/policy',
    '/policy/versions/policy-4-0',
    '/policy/versions/policy-5-0?show=changes',
    '/policy/coverage',
    '/policy/unreachable',
    '/sign-sheets',
    '/sign-sheets/new?kind=acknowledgePolicy&subject=policy-4-0',
    '/sign-sheets/{meeting}',
    '/sign-sheets/{letter}',
    '/systems',
    '/hand-overs',
    '/hand-overs/person/{leaver}',
    '/hand-overs/{done}',
    '/incidents',
    '/incidents/answers',
    '/policy/new',
    '/procedures',
    '/procedures/procedure-hjemmeplejens-telefoner',
    '/procedures/procedure-koerelister?version=coming',
    '/procedures/{board}?version=coming',
    '/procedures/new?kind=guideline',
    '/procedures/retningslinje-mobil/edit',
    '/procedures/coverage',
    '/procedures/coverage?as=table',
    '/procedures/areas',
    '/learning',
    '/learning/coverage',
    '/learning/rounds',
    '/learning/rounds/edit/{round}',
    '/learning/courses/edit/{course}',
    '/learning/exemptions',
    '/learning/import',
    '/organisation?body=securityCommittee',
    '/organisation/centres/voksne-og-velfaerd',
    '/organisation/roles',
  ],
  tab,
);

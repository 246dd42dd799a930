import { z } from 'zod';
import { ciso } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const comments = z.object({ comments: z.array(z.object({ key: z.string() })) });

/** A draft of the policy is written, commented on, answered and discarded. */
export const drafts: TownStory = {
  name: 'a draft of the policy is written, commented on and discarded',
  acts: async (town) => {
    const does = doing(town);
    const [chief, member] = [ciso(town), town.holders('securityCommittee')[0] ?? ''];
    const draft = {
      title: 'Informationssikkerhedspolitik',
      number: '6.0',
      body: '# Formål\n\nVi passer på.',
      summary: 'Nyt formål',
      changeKind: 'major',
      effectiveOn: town.day(30),
    };
    const key = await does(chief, 'POST /api/policy/versions', draft);
    const path = `/api/policy/versions/${key}`;
    await does(chief, `PUT ${path}`, { ...draft, summary: 'Et nyt formål' });
    await does(member, `POST ${path}/comments`, { text: 'Skriv det tydeligere' });
    const [comment] = comments.parse(await town.as(chief, 'GET', `${path}/comments`)).comments;
    await does(chief, `POST ${path}/comments/${comment?.key}/answer`, { text: 'Det er gjort' });
    await does(chief, `POST ${path}/comments/${comment?.key}/resolve`, { resolved: true });
    await does(member, `DELETE ${path}/comments/${comment?.key}`).catch(() => '');
    await does(chief, `DELETE ${path}`);
    await town.process();
  },
  wrong: nothingMore,
};

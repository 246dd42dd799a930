import { beforeAll, describe, expect, it } from 'vitest';
import { cadenceSentence } from '../../../tab/reminders/cadence-sentence.ts';
import { loadTexts } from '../../../tab/shared/texts/texts.ts';

beforeAll(() => loadTexts('common', 'reminders'));
const cadence = { before: [14, 3], onTheDay: true, overdueEvery: 7, coordinatorAfter: 7 };

describe('cadenceSentence', () => {
  it.each([
    [{}, 'Vi minder 14 og 3 dage før, på dagen og hver uge derefter. Efter 7 dage får ISK’en besked.'],
    [
      { before: [3, 30, 14] },
      'Vi minder 30, 14 og 3 dage før, på dagen og hver uge derefter. Efter 7 dage får ISK’en besked.',
    ],
    [
      { before: [1], onTheDay: false, overdueEvery: 1, coordinatorAfter: 1 },
      'Vi minder 1 dag før og hver dag derefter. Efter 1 dag får ISK’en besked.',
    ],
    [
      { before: [], onTheDay: false, overdueEvery: 14, coordinatorAfter: undefined },
      'Vi minder først, når fristen er overskredet, og så hver anden uge. Det fortælles ikke videre.',
    ],
    [
      { before: [], overdueEvery: 10, managerAfter: 14, committeeAfter: 30 },
      'Vi minder på dagen og hver 10. dag derefter. Efter 7 dage får ISK’en besked, efter 14 dage centerchefen og efter 30 dage udvalget.',
    ],
    [
      { coordinatorAfter: undefined, managerAfter: 5, committeeAfter: 9 },
      'Vi minder 14 og 3 dage før, på dagen og hver uge derefter. Efter 5 dage får centerchefen besked og efter 9 dage udvalget.',
    ],
  ])('says %j in words', (change, sentence) => {
    expect(cadenceSentence({ ...cadence, ...change })).toBe(sentence);
  });
});

import { t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import type { Choose, CoverageChoice } from './useLearningCoverage.ts';

/** Nobody in the list: the search found none, or what it means that the list is empty. */
export function NobodyHere({ choice, choose }: { choice: CoverageChoice; choose: Choose }) {
  if (choice.q)
    return (
      <NothingFound title={t('common.table.nothing')} onClear={() => choose({ q: '' })}>
        <p role="status">{t('common.table.nothingText')}</p>
      </NothingFound>
    );
  return (
    <Blank title={t(`awareness.list.empty.${choice.show}.title`)}>
      <p>{t(`awareness.list.empty.${choice.show}.text`)}</p>
    </Blank>
  );
}

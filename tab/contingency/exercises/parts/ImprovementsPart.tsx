import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { ActionView } from '../../../../api/actions/contract.ts';
import { dayOf } from '../../../../api/texts/format.ts';
import { daysFrom } from '../../../shared/days.ts';
import { useMe } from '../../../shared/me.ts';
import { asDate, asDue, t } from '../../../shared/texts/texts.ts';
import { ImprovementDialog } from '../ImprovementDialog.tsx';
import { GiveUpDialog, ReportDialog } from '../ReportDialog.tsx';
import styles from '../Tests.module.css';

type Asked = { improvement: ActionView; what: 'change' | 'report' | 'giveUp' } | { what: 'add' };

interface Kept {
  key: string;
  improvementList: readonly ActionView[];
  abilities: { improve: boolean };
}

/** Improvements after a test or a finding, with owner and due day; each is a task. */
export function ImprovementsPart(props: { of: Kept; title?: string; add?: string; none?: string }) {
  const { of: test, title } = props;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <section className="card" aria-labelledby="test-improvements">
      <div className="section-head">
        <h2 className="section-title" id="test-improvements">
          {title ?? t('contingencyTests.sheet.improvements')}
        </h2>
        {test.abilities.improve && (
          <Button icon={<AddRegular />} onClick={() => setAsked({ what: 'add' })}>
            {props.add ?? t('contingencyTests.improvements.add')}
          </Button>
        )}
      </div>
      {test.improvementList.length === 0 ? (
        <p className="section-text">{props.none ?? t('contingencyTests.improvements.none')}</p>
      ) : (
        <ul className={styles.testImprovements}>
          {test.improvementList.map((improvement) => (
            <Improvement key={improvement.key} improvement={improvement} onAsk={setAsked} />
          ))}
        </ul>
      )}
      {asked?.what === 'add' && (
        <ImprovementDialog subjectKey={test.key} {...(props.add ? { add: props.add } : {})} onClose={close} />
      )}
      {asked?.what === 'change' && (
        <ImprovementDialog subjectKey={test.key} improvement={asked.improvement} onClose={close} />
      )}
      {asked?.what === 'report' && <ReportDialog improvement={asked.improvement} onClose={close} />}
      {asked?.what === 'giveUp' && <GiveUpDialog improvement={asked.improvement} onClose={close} />}
    </section>
  );
}

function Improvement({ improvement, onAsk }: { improvement: ActionView; onAsk: (asked: Asked) => void }) {
  const { title, owner, note, state, abilities } = improvement;
  return (
    <li>
      <h3 className="card-title">{title}</h3>
      <p>
        {[owner.name, owner.jobTitle].filter(Boolean).join(', ')} · <Due improvement={improvement} />
      </p>
      {note && <p className="quiet">{note}</p>}
      <div className="card-foot">
        {abilities.work && (
          <Button
            aria-label={t('contingencyTests.improvements.tellOf', { title })}
            onClick={() => onAsk({ what: 'report', improvement })}
            {...(state === 'overdue' ? { appearance: 'primary' as const } : {})}
          >
            {t('contingencyTests.improvements.tell')}
          </Button>
        )}
        {abilities.edit && (
          <>
            <Button
              aria-label={t('contingencyTests.improvements.changeOf', { title })}
              onClick={() => onAsk({ what: 'change', improvement })}
            >
              {t('common.word.change')}
            </Button>
            <Button
              appearance="subtle"
              aria-label={t('contingencyTests.improvements.giveUpOf', { title })}
              onClick={() => onAsk({ what: 'giveUp', improvement })}
            >
              {t('contingencyTests.improvements.giveUp')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Due day, or outcome. */
function Due({ improvement: { due, state, doneAt, doneBy, cancelledReason } }: { improvement: ActionView }) {
  const today = useMe().data?.today;
  if (state === 'done')
    return t('contingencyTests.improvements.doneOn', {
      date: doneAt ? asDate(dayOf(doneAt)) : '',
      name: doneBy?.name ?? '',
    });
  if (state === 'cancelled') return t('contingencyTests.improvements.givenUpFor', { reason: cancelledReason ?? '' });
  return today === undefined ? asDate(due) : asDue(daysFrom(today, due), due);
}

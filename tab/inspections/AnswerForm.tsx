import { Field, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { AnswerValue, InspectionView } from '../../api/inspections/contract.ts';
import { answerValues, longest } from './vocabulary.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useDraft } from '../shared/forms/useDraft.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { notify } from '../shared/ui/notify.ts';
import styles from './Inspections.module.css';

type Said = Record<string, { answer: AnswerValue; note: string }>;

/** What the unit says of itself before the visit; what is being written is kept on this device. */
export function AnswerForm({ visit }: { visit: InspectionView }) {
  const kept = useDraft<Said>(`inspection-answer.${visit.key}`);
  const [said, setSaid] = useState<Said>(() => ({ ...saidIn(visit), ...kept.found }));
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/inspections/:inspectionKey/answers');
  const missing = visit.items.filter(({ key }) => said[key] === undefined).length;
  const change = (key: string, answer: AnswerValue, note: string) => {
    const next = { ...said, [key]: { answer, note } };
    setSaid(next);
    kept.keep(next);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing > 0) return;
    const answers = visit.items.flatMap(({ key }) => (said[key] ? [{ key, ...said[key] }] : []));
    const sent = await act
      .mutateAsync({ params: { inspectionKey: visit.key }, body: { answers } })
      .catch(() => undefined);
    if (!sent) return;
    kept.forget();
    notify(t('inspectionPages.own.sent'));
  };
  return (
    <section className="card" aria-labelledby="visit-answer">
      <h2 className="section-title" id="visit-answer">
        {t('inspectionPages.own.title')}
      </h2>
      <p className="section-text">{t('inspectionPages.own.text', { date: asDate(visit.answerBy) })}</p>
      <form noValidate onSubmit={(event) => void send(event)}>
        <ol className={styles.items}>
          {visit.items.map(({ key, question, criterion }) => (
            <li key={key} className={styles.item}>
              <h3 className="card-title">{question}</h3>
              <p className="quiet">{criterion}</p>
              <Choices
                label={question}
                value={said[key]?.answer ?? ''}
                options={answerValues.map((value) => ({ value, text: t(`inspections.answer.${value}`) }))}
                onChange={(answer) => answer !== '' && change(key, answer, said[key]?.note ?? '')}
              />
              {said[key] && (
                <Field label={t('inspectionPages.own.note')}>
                  <Input
                    maxLength={longest.note}
                    value={said[key].note}
                    onChange={(_, data) => change(key, said[key]?.answer ?? 'yes', data.value)}
                  />
                </Field>
              )}
            </li>
          ))}
        </ol>
        {tried && missing > 0 && (
          <Notice tone="error" live>
            {t('inspectionPages.own.missing', { count: missing })}
          </Notice>
        )}
        <ActFailed error={act.error} />
        <div className="card-foot">
          <ActButton type="submit" appearance="primary" busy={act.isPending} busyText={t('inspectionPages.saving')}>
            {t('inspectionPages.own.send')}
          </ActButton>
        </div>
      </form>
    </section>
  );
}

const saidIn = ({ items }: InspectionView): Said =>
  Object.fromEntries(
    items.flatMap(({ key, answer, answerNote }) => (answer ? [[key, { answer, note: answerNote }] as const] : [])),
  );

import { Field, Input } from '@fluentui/react-components';
import { useWatch } from 'react-hook-form';
import type { AnswerValue, InspectionView } from '../../api/inspections/contract.ts';
import { answerValues, longest } from './vocabulary.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { limited } from '../shared/ui/limited.ts';
import styles from './Inspections.module.css';

/** By field: an item's key has dots, which in a field's name are levels. */
type Said = Record<string, { answer: AnswerValue; note: string }>;
const fieldOf = (position: number): string => `item${position}`;

/** The unit's self-assessment before the visit; its draft is stored on this device. */
export function AnswerForm({ visit }: { visit: InspectionView }) {
  const params = { inspectionKey: visit.key };
  const state = useForm({
    start: saidIn(visit),
    draft: `inspection-answer.${visit.key}`,
    shared: {
      etag: visit.answersEtag,
      fields: visit.items.map((_, position) => fieldOf(position)),
      names: Object.fromEntries(visit.items.map(({ question }, position) => [fieldOf(position), question])),
      said: (values, field) => {
        const { answer, note = '' } = values[field] ?? {};
        return [answer && t(`inspections.answer.${answer}`), note].filter(Boolean).join(' · ');
      },
      latest: async (read) => {
        const now = await read('GET /api/inspections/:inspectionKey', { params });
        return { values: saidIn(now), etag: now.answersEtag };
      },
    },
    send: (said, api, { etag: expected }) =>
      missingIn(said) > 0
        ? undefined
        : api('PUT /api/inspections/:inspectionKey/answers', {
            params,
            body: { expected, answers: answersIn(visit, said) },
          }),
    saved: t('inspectionPages.own.sent'),
  });
  const { form } = state;
  const said = useWatch({ control: form.control, compute: (values: Said) => values });
  const missingIn = (values: Said) => visit.items.length - answersIn(visit, values).length;
  const missing = missingIn(said);
  const change = (field: string, answer: AnswerValue, note: string) => form.setValue(field, { answer, note });
  return (
    <section className="card" aria-labelledby="visit-answer">
      <h2 className="section-title" id="visit-answer">
        {t('inspectionPages.own.title')}
      </h2>
      <p className="section-text">{t('inspectionPages.own.text', { date: asDate(visit.answerBy) })}</p>
      <form noValidate onSubmit={(event) => void state.save(event)}>
        <ol className={styles.items}>
          {visit.items.map(({ key, question, criterion }, position) => {
            const field = fieldOf(position);
            const given = said[field];
            return (
              <li key={key} className={styles.item}>
                <h3 className="card-title">{question}</h3>
                <p className="quiet">{criterion}</p>
                <Choices
                  label={question}
                  value={given?.answer ?? ''}
                  options={answerValues.map((value) => ({ value, text: t(`inspections.answer.${value}`) }))}
                  onChange={(answer) => answer !== '' && change(field, answer, given?.note ?? '')}
                />
                {given && (
                  <Field label={t('inspectionPages.own.note')}>
                    <Input
                      {...limited(longest.note)}
                      value={given.note}
                      onChange={(_, data) => change(field, given.answer, data.value)}
                    />
                  </Field>
                )}
              </li>
            );
          })}
        </ol>
        {form.formState.submitCount > 0 && missing > 0 && (
          <Notice tone="error" live>
            {t('inspectionPages.own.missing', { count: missing })}
          </Notice>
        )}
        {state.meanwhile}
        <ActFailed error={state.error} />
        <div className="card-foot">
          <ActButton type="submit" appearance="primary" busy={state.busy} busyText={t('inspectionPages.saving')}>
            {t('inspectionPages.own.send')}
          </ActButton>
        </div>
      </form>
    </section>
  );
}

const answersIn = ({ items }: InspectionView, said: Said) =>
  items.flatMap(({ key }, position) => {
    const given = said[fieldOf(position)];
    return given ? [{ key, answer: given.answer, note: given.note }] : [];
  });

const saidIn = ({ items }: InspectionView): Said =>
  Object.fromEntries(
    items.flatMap(({ answer, answerNote }, position) =>
      answer ? [[fieldOf(position), { answer, note: answerNote }] as const] : [],
    ),
  );

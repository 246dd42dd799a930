import type { UseFormReturn } from 'react-hook-form';
import { Link } from 'wouter';
import type { RoundView } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Obliged } from './Obliged.tsx';
import { daysOf, type RoundValues, bodyOf, choosesSomebody, valuesOf } from './round-values.ts';
import { RoundPreview } from './RoundPreview.tsx';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './RoundForm.module.css';
import awarenessStyles from './Awareness.module.css';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';

type Fields = UseFormReturn<RoundValues>;
const required = () => ({ validate: (text: unknown) => text !== '' || t('common.form.required') });

/** Course, dates, basis, audience with a live count, and whether self-declaration counts. */
export function RoundForm({ round }: { round: RoundView | undefined }) {
  const state = useRound(round);
  const { form } = state;
  return (
    <Form state={state} className={styles.roundForm} button={t('awareness.round.save')}>
      <Facts form={form} />
      <div className="card">
        <Obliged form={form} />
      </div>
      <RoundPreview form={form} />
      <div className="card">
        <FormCheck control={form.control} name="selfDeclared">
          {t('awareness.round.selfDeclared')}
          <span className={`quiet ${styles.roundHint}`}>{t('awareness.round.selfDeclaredText')}</span>
        </FormCheck>
      </div>
    </Form>
  );
}

function CourseField({ form }: { form: Fields }) {
  const courses = useView('GET /api/learning/courses', {});
  const known = courses.data?.courses;
  return (
    <FormSelect
      control={form.control}
      name="courseKey"
      label={t('awareness.exempt.course')}
      none={t('awareness.exempt.chooseCourse')}
      options={known?.map(({ key, title }) => ({ value: key, text: title })) ?? []}
    >
      {known?.length === 0 && <Link href="/learning/courses/new">{t('awareness.round.noCourse')}</Link>}
    </FormSelect>
  );
}

function Facts({ form }: { form: Fields }) {
  const { control, register } = form;
  return (
    <div className="card">
      <CourseField form={form} />
      <FormField
        control={control}
        name="title"
        label={t('common.word.name')}
        hint={t('awareness.round.titleHint')}
        rules={required()}
      />
      <div className={awarenessStyles.learningPair}>
        <FormField
          control={control}
          name="opensOn"
          label={t('awareness.round.opensOn')}
          type="date"
          rules={required()}
        />
        <FormField
          control={control}
          name="dueOn"
          label={t('common.word.due')}
          type="date"
          rules={{
            validate: (_, { opensOn, dueOn }) => {
              if (dueOn === '') return t('common.form.required');
              return dueOn >= opensOn || t('awareness.round.order');
            },
          }}
        />
      </div>
      <fieldset className="choices">
        <legend>{t('awareness.round.basis')}</legend>
        <Choice
          value="round"
          {...register('basis')}
          title={t('awareness.round.basisRound')}
          text={t('awareness.round.basisRoundText')}
        />
        <Choice
          value="lastCompletion"
          {...register('basis')}
          title={t('awareness.round.basisLast')}
          text={t('awareness.round.basisLastText')}
        />
      </fieldset>
      <div className={awarenessStyles.learningPair}>
        <FormField
          control={control}
          name="newWithinDays"
          label={t('awareness.round.newWithinDays')}
          hint={t('awareness.round.newWithinDaysHint')}
          inputMode="decimal"
          rules={{
            validate: (_, values) => daysOf(values) !== undefined || t('awareness.round.days'),
          }}
        />
      </div>
    </div>
  );
}

/** The form of a round. */
function useRound(round: RoundView | undefined) {
  const today = useMe().data?.today ?? '';
  const courses = useView('GET /api/learning/courses', {});
  const centres = useView('GET /api/organisation', {}).data?.centres ?? [];
  return useForm({
    start: valuesOf(round, today, t('awareness.round.somePerson')),
    draft: `round.${round?.key ?? 'new'}`,
    shared: {
      etag: round?.etag ?? '',
      names: {
        courseKey: t('awareness.exempt.course'),
        title: t('common.word.name'),
        opensOn: t('awareness.round.opensOn'),
        dueOn: t('common.word.due'),
        newWithinDays: t('awareness.round.newWithinDays'),
        basis: t('awareness.round.basis'),
        who: t('awareness.round.obliged'),
        centreIds: t('awareness.round.centres'),
        groupIds: t('awareness.round.groupId'),
        persons: t('awareness.round.persons'),
        selfDeclared: t('awareness.round.selfDeclared'),
      },
      said: ({ basis, who, courseKey, centreIds }, field) => {
        if (field === 'basis') return t(basis === 'round' ? 'awareness.round.basisRound' : 'awareness.round.basisLast');
        if (field === 'who') return t(`awareness.round.${who}`);
        if (field === 'courseKey') return courses.data?.courses.find(({ key }) => key === courseKey)?.title;
        if (field !== 'centreIds') return undefined;
        return centreIds.map((id) => centres.find((one) => one.id === id)?.title ?? id).join('\n');
      },
      latest: async (read) => {
        const { rounds } = await read('GET /api/learning/rounds', {});
        const now = rounds.find(({ key }) => key === round?.key);
        return now && { values: valuesOf(now, today, t('awareness.round.somePerson')), etag: now.etag };
      },
    },
    send: (values, api, { etag: expected }) => {
      const body = bodyOf(values);
      if (!body || !choosesSomebody(values)) return undefined;
      return round
        ? api('PUT /api/learning/rounds/:roundKey', { params: { roundKey: round.key }, body: { ...body, expected } })
        : api('POST /api/learning/rounds', { body });
    },
    refused: { obliged: 'who' },
    saved: t('awareness.round.saved'),
    goTo: '/learning/rounds',
  });
}

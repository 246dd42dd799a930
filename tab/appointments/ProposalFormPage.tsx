import { useParams, useSearchParams } from 'wouter';
import type { AppointedBody, ProposalView } from '../../api/appointments/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { written } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import looks from './Appointments.module.css';
import { Members } from './Members.tsx';
import { startOf, startWith, useProposalForm, type ProposalStart } from './useProposalForm.ts';

/** New proposal: prefilled with a body's current people. */
export function NewProposalPage() {
  const view = useView('GET /api/appointments', {});
  const [search] = useSearchParams();
  return (
    <Viewed view={view}>
      {({ bodies }) => {
        const body: AppointedBody | undefined = bodies.find(({ role }) => role === search.get('role')) ?? bodies[0];
        return body ? (
          <Begun key={body.role} may={body.abilities.propose}>
            <ProposalForm start={startWith(body)} />
          </Begun>
        ) : (
          <NoAccess />
        );
      }}
    </Viewed>
  );
}

export function EditProposalPage() {
  const { proposalKey = '' } = useParams<{ proposalKey: string }>();
  const view = useView('GET /api/appointments/proposals/:proposalKey', { params: { proposalKey } });
  return (
    <Viewed view={view}>
      {(proposal: ProposalView) => (
        <Begun key={proposal.key} may={proposal.abilities.edit}>
          <ProposalForm start={startOf(proposal)} />
        </Begun>
      )}
    </Viewed>
  );
}

function ProposalForm({ start }: { start: ProposalStart }) {
  const state = useProposalForm(start);
  const { control } = state;
  const { role } = start;
  return (
    <Page
      title={t(`appointments.form.new.${role}`)}
      lead={t(`appointments.form.lead.${role}`)}
      back={{ to: '/appointments', page: t('appointments.backTo') }}
    >
      <Form state={state} className={looks.appointedForm} button={t('appointments.form.save')}>
        <div className="card">
          <Members control={control} role={role} />
        </div>
        <div className="card">
          <div className={looks.appointedDays}>
            <FormField
              control={control}
              name="startsOn"
              label={t('appointments.form.startsOn')}
              type="date"
              rules={written(10)}
            />
            <FormField
              control={control}
              name="endsOn"
              label={t('appointments.form.endsOn')}
              type="date"
              rules={{
                validate: (value, { startsOn }) =>
                  typeof value === 'string' && value !== ''
                    ? value >= startsOn || t('appointments.form.order')
                    : t('common.form.required'),
              }}
            />
          </div>
          <FormField
            control={control}
            name="reason"
            label={t('appointments.proposal.reason')}
            hint={t('appointments.form.reasonHint')}
            rows={4}
            rules={written(2_000)}
          />
        </div>
      </Form>
    </Page>
  );
}

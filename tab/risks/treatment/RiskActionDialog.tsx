import type { ActionView, RiskDetail } from '../../../api/risks/contract.ts';
import { ActionDialog } from '../../shared/actions/ActionDialog.tsx';
import { t } from '../../shared/texts/texts.ts';

/** Adds an action to a risk, or changes one. */
export function RiskActionDialog(props: { risk: RiskDetail; action?: ActionView; onClose: () => void }) {
  const { risk, action, onClose } = props;
  return (
    <ActionDialog
      action={action}
      about={action?.effect ?? ''}
      texts={{
        title: t(action ? 'riskTreatment.actions.changeTitle' : 'riskTreatment.actions.add'),
        button: t(action ? 'common.save' : 'riskTreatment.actions.add'),
        what: t('riskTreatment.actions.what'),
        whatHint: t('riskTreatment.actions.whatHint'),
        who: t('riskTreatment.actions.who'),
        whoMissing: t('riskTreatment.actions.ownerMissing'),
        cost: {
          label: t('riskTreatment.actions.cost'),
          hint: t('riskTreatment.actions.costHint'),
          wrong: t('riskTreatment.actions.costWrong'),
        },
        about: t('riskTreatment.actions.effect'),
        saved: t(action ? 'riskTreatment.actions.changed' : 'riskTreatment.actions.added'),
      }}
      send={({ about: effect, ...values }, api) => {
        const body = { ...values, effect };
        return action
          ? api('PUT /api/risks/register/:riskKey/actions/:actionKey', {
              params: { riskKey: risk.key, actionKey: action.key },
              body,
            })
          : api('POST /api/risks/register/:riskKey/actions', { params: { riskKey: risk.key }, body });
      }}
      onClose={onClose}
    />
  );
}

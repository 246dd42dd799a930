import { useWatch } from 'react-hook-form';
import type { CentreRef } from '../../../api/http/contract.ts';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { Meanwhile } from '../../shared/meanwhile/Meanwhile.tsx';
import { t } from '../../shared/texts/texts.ts';
import type { ServiceFields, ServiceValues } from './service-values.ts';
import { saidBy, serviceMeaning } from './service-words.ts';
import type { ServiceFormState } from './useServiceForm.ts';

/** What somebody else has made of the service meanwhile, in words. */
export function ServiceMeanwhile(props: {
  state: ServiceFormState;
  settings: ServiceView['settings'];
  centres: readonly CentreRef[];
}) {
  const { state, settings, centres } = props;
  const mine = useWatch({ control: state.form.control, compute: (values: ServiceValues) => values });
  return (
    <Meanwhile<ServiceFields>
      state={state.others}
      mine={mine}
      meaning={serviceMeaning}
      name={(field) => t(`criticalServices.field.${field}`)}
      said={(values, field) => saidBy(values, field, { settings, centres })}
    />
  );
}

import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { AssetRef } from '../../../api/assets/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { planPath } from '../shared/contingency-paths.ts';
import { planKinds, type PlanKind } from './plan-states.ts';
import type { PlansView } from './usePlans.ts';

/** The whole organisation, among the centres; no centre has that id. */
export const wholeId = 'whole';
const mostCopied = 200;

interface BeginValues {
  kind: PlanKind;
  centreId: string;
  copyFrom: string;
}

/** What a new plan is about; the address may say it already. Beginning leads to writing it. */
export function useBeginPlan(writes: PlansView['writes'], open: boolean) {
  const { valueOf } = useAddress<'begin' | 'asset' | 'centre'>();
  const [, goTo] = useLocation();
  const act = useAct('POST /api/contingency/plans');
  const asked = valueOf('asset');
  const known = useView(
    'GET /api/assets/:assetKey',
    { params: { assetKey: asked ?? '' } },
    { enabled: open && asked !== undefined },
  );
  const [chosen, setChosen] = useState<AssetRef>();
  const [rejected, setRejected] = useState(false);
  const [lacking, setLacking] = useState(false);
  const fromAddress = rejected ? undefined : known.data;
  const system = chosen ?? fromAddress;
  const places = [...(writes.whole ? [{ id: wholeId, title: t('contingencyPlans.whole') }] : []), ...writes.centres];
  const [only] = places;
  const values: BeginValues = {
    kind: planKinds.find((kind) => kind === valueOf('begin')) ?? 'emergencyProcedure',
    centreId: places.find(({ id }) => id === valueOf('centre'))?.id ?? (places.length === 1 && only ? only.id : ''),
    copyFrom: '',
  };
  const form = useForm<BeginValues>({ values, resetOptions: { keepDirtyValues: true } });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const others = useView('GET /api/contingency/plans', { query: { kind, limit: mostCopied } }, { enabled: open });
  const begin = form.handleSubmit(
    async ({ centreId, copyFrom }) => {
      if (!system) return setLacking(true);
      const view = await act
        .mutateAsync({
          body: {
            ...{ kind, assetKey: system.key },
            ...(centreId === wholeId ? {} : { centreId }),
            ...(copyFrom ? { copyFrom } : {}),
          },
        })
        .catch(() => undefined);
      if (!view) return;
      notify(t('contingencyPlans.begin.done'));
      goTo(`${planPath(view.key)}/edit`);
    },
    () => setLacking(!system),
  );
  return {
    form,
    places,
    system: system && { key: system.key, title: system.title, kind: system.kind },
    choose: (one: AssetRef | undefined) => {
      setChosen(one);
      setRejected(true);
      setLacking(false);
    },
    systemError: lacking && !system ? t('contingencyPlans.begin.systemNeeded') : undefined,
    others: others.data?.plans ?? [],
    begin,
    busy: act.isPending,
    error: act.error,
  };
}

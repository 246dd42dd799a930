import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { AssetRef } from '../../../api/assets/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { useView } from '../../shared/api/queries.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { planPath } from '../shared/contingency-paths.ts';
import { planKinds, type PlanKind } from './plan-states.ts';
import type { PlansView } from './usePlans.ts';

/** The whole organisation, among the centres; not a centre's id. */
export const wholeId = 'whole';
const mostCopied = 200;

interface BeginValues {
  kind: PlanKind;
  centreId: string;
  copyFrom: string;
}

/**
 * The subject of a new plan, optionally from the address. A system's owner writes its restore plan, and no other.
 * Creating it opens the form.
 */
export function useBeginPlan(writes: PlansView['writes'], open: boolean) {
  const { valueOf } = useAddress<'begin' | 'asset' | 'centre'>();
  const me = useMe();
  const [chosen, setChosen] = useState<AssetRef>();
  const [rejected, setRejected] = useState(false);
  const asked = chosen?.key ?? (rejected ? undefined : valueOf('asset'));
  const known = useView(
    'GET /api/assets/:assetKey',
    { params: { assetKey: asked ?? '' } },
    { enabled: open && asked !== undefined },
  );
  const found = asked === undefined ? undefined : known.data;
  const system = chosen ?? found;
  const owns = found?.owner !== undefined && found.owner.id === me.data?.person.id;
  const placesOf = (kind: PlanKind) => [
    ...(writes.whole || (owns && kind === 'restorePlan') ? [{ id: wholeId, title: t('contingencyPlans.whole') }] : []),
    ...writes.centres,
  ];
  const kinds = writes.whole || writes.centres.length > 0 ? planKinds : (['restorePlan'] as const);
  const first = kinds.find((kind) => kind === valueOf('begin')) ?? kinds[0];
  const start: BeginValues = { kind: first, centreId: startOf(placesOf(first), valueOf('centre')), copyFrom: '' };
  const state = useForm({
    start,
    follows: true,
    send: ({ kind: chosenKind, centreId, copyFrom }, api) =>
      system &&
      api('POST /api/contingency/plans', {
        body: {
          kind: chosenKind,
          assetKey: system.key,
          ...(centreId === wholeId ? {} : { centreId }),
          ...(copyFrom ? { copyFrom } : {}),
        },
      }),
    saved: ({ isCopy }) => t(isCopy === false ? 'contingencyPlans.begin.copyUnused' : 'contingencyPlans.begin.done'),
    goTo: ({ key }) => `${planPath(key)}/edit`,
  });
  const { form } = state;
  const kind = useWatch({ control: form.control, name: 'kind' });
  const places = placesOf(kind);
  const others = useView('GET /api/contingency/plans', { query: { kind, limit: mostCopied } }, { enabled: open });
  return {
    ...state,
    kinds,
    places,
    isOfOthers: system !== undefined && !known.isFetching && places.length === 0,
    system: system && { key: system.key, title: system.title, kind: system.kind },
    choose: (one: AssetRef | undefined) => {
      setChosen(one);
      setRejected(true);
    },
    systemError: form.formState.submitCount > 0 && !system ? t('contingencyPlans.begin.systemNeeded') : undefined,
    others: others.data?.plans ?? [],
  };
}

/** The initial owner of a plan: from the address, or the only choice. */
function startOf(places: readonly { id: string }[], asked: string | undefined): string {
  const found = places.find(({ id }) => id === asked) ?? (places.length === 1 ? places[0] : undefined);
  return found?.id ?? '';
}

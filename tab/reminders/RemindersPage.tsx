import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { OperationsNav } from '../shared/navigation/OperationsNav.tsx';
import { Cadences } from './Cadences.tsx';
import { LogPart } from './LogPart.tsx';
import { PreviewPart } from './PreviewPart.tsx';

const parts = ['preview', 'log', 'cadences'] as const;
type Part = (typeof parts)[number];
/** Parts with numbers only. */
const withoutNames = ['log', 'cadences'] as const;

/** Påmindelser: coming, sent, and cadence. Each part has a heading that answers. */
export function RemindersPage() {
  const { valueOf, choose } = useAddress<'part' | 'day' | 'q'>();
  const view = useView('GET /api/reminders/cadences', {});
  // The part itself shows its freshness.
  if (!view.data) return <Viewed view={view}>{() => null}</Viewed>;
  const own = view.data.abilities.seePeople ? parts : withoutNames;
  const part = own.find((known) => known === valueOf('part')) ?? own[0];
  const move = (chosen: Part) => choose({ part: chosen, day: '', q: '' });
  const nav = <RemindersNav parts={own} part={part} onChoose={move} />;
  switch (part) {
    case 'preview':
      return <PreviewPart nav={nav} />;
    case 'log':
      return <LogPart nav={nav} />;
    case 'cadences':
      return <Cadences nav={nav} />;
  }
}

function RemindersNav(props: { parts: readonly Part[]; part: Part; onChoose: (part: Part) => void }) {
  const me = useMe();
  return (
    <>
      {me.data?.abilities.seeOperations && <OperationsNav />}
      <Choices
        label={t('common.word.show')}
        value={props.part}
        onChange={props.onChoose}
        options={props.parts.map((known) => ({ value: known, text: t(`reminders.page.${known}`) }))}
      />
    </>
  );
}

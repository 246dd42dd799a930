import { useAddress } from '../shared/address.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { OperationsNav } from '../operations/OperationsNav.tsx';
import { Cadences } from './Cadences.tsx';
import { LogPart } from './LogPart.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import './RemindersPage.css';

const parts = ['preview', 'log', 'cadences'] as const;
type Part = (typeof parts)[number];

/** Påmindelser: what will be sent, what was sent, and how often. Each part has a heading that answers. */
export function RemindersPage() {
  const { valueOf, choose } = useAddress<'part' | 'day' | 'q'>();
  const part = parts.find((known) => known === valueOf('part')) ?? 'preview';
  const nav = <RemindersNav part={part} onChoose={(chosen) => choose({ part: chosen, day: '', q: '' })} />;
  switch (part) {
    case 'preview':
      return <PreviewPart nav={nav} />;
    case 'log':
      return <LogPart nav={nav} />;
    case 'cadences':
      return <Cadences nav={nav} />;
  }
}

function RemindersNav({ part, onChoose }: { part: Part; onChoose: (part: Part) => void }) {
  const me = useMe();
  return (
    <>
      {me.data?.abilities.seeOperations && <OperationsNav />}
      <Choices
        label={t('reminders.page.parts')}
        value={part}
        onChange={onChoose}
        options={parts.map((known) => ({ value: known, text: t(`reminders.page.${known}`) }))}
      />
    </>
  );
}

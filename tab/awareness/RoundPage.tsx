import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { Missing } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { RoundForm } from './RoundForm.tsx';

const back = () => ({ to: '/learning/rounds', page: t('awareness.nav.rounds') });

/** New round. */
export function NewRoundPage() {
  const rounds = useView('GET /api/learning/rounds', {});
  const me = useMe();
  return (
    <Viewed view={me}>
      {() => (
        <Viewed view={rounds}>
          {({ abilities }) => (
            <Begun may={abilities.edit}>
              <Page title={t('awareness.round.newTitle')} back={back()}>
                <RoundForm round={undefined} />
              </Page>
            </Begun>
          )}
        </Viewed>
      )}
    </Viewed>
  );
}

/** Changes a round that is not closed. */
export function EditRoundPage() {
  const { roundKey } = useParams();
  const rounds = useView('GET /api/learning/rounds', {});
  return (
    <Viewed view={rounds}>
      {(view) => {
        const round = view.rounds.find(({ key }) => key === roundKey);
        if (!round) return <Missing />;
        return (
          <Begun key={round.key} may={round.abilities.edit}>
            <Page title={t('awareness.rounds.editOf', { title: round.title })} back={back()}>
              <RoundForm round={round} />
            </Page>
          </Begun>
        );
      }}
    </Viewed>
  );
}

import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Missing, NoAccess } from '../shared/ui/Failed.tsx';
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
          {({ abilities }) =>
            abilities.edit ? (
              <Page title={t('awareness.round.newTitle')} back={back()}>
                <RoundForm round={undefined} />
              </Page>
            ) : (
              <NoAccess />
            )
          }
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
        if (!round.abilities.edit) return <NoAccess />;
        return (
          <Page title={t('awareness.rounds.editOf', { title: round.title })} back={back()}>
            <RoundForm round={round} key={round.key} />
          </Page>
        );
      }}
    </Viewed>
  );
}

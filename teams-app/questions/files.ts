import { writeRole, type ScratchLibrary } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, entriesIn, needed, NotAsked, described, textIn } from './reply.ts';

const bytes = { 'Content-Type': 'application/octet-stream' };

export const files = group({
  title: 'Files',
  takes: 'the provisioning app and the running app',
  questions: {
    'file.token': question({
      asks: 'What does a token beside the address of an upload answer?',
      calls: 'POST …/createUploadSession, PUT the address with Authorization',
      touches: 'nothing: files are sent without a token',
      desk: 'ignored',
      otherwise: { refused: 'no token is sent to the address of an upload or a download' },
      ask: async ({ library }) => {
        const session = needed(
          await library.app('POST', '/root:/probe-session.txt:/createUploadSession', {}),
          writeRole,
        );
        const address = textIn(session.body, 'uploadUrl');
        if (address === '') throw new NotAsked(`${described(session)} without an uploadUrl.`, { isFailure: true });
        const part = { method: 'PUT', body: 'probe', headers: { 'Content-Range': 'bytes 0-4/5' } };
        const reply = await library.withToken(address, part);
        return answerOf(reply, 'ignored', { refused: [400, 401, 403] });
      },
    }),
    'file.name': question({
      asks: 'Are # and % accepted in the name of a file?',
      calls: 'PUT …/root:/a%23b%25.txt:/content',
      touches: 'files that people hand over',
      desk: 'taken',
      otherwise: { refused: 'both are taken out of names before a file is stored' },
      ask: async ({ library }) => {
        const path = `/root:/${encodeURIComponent('a#b%c.txt')}:/content`;
        return answerOf(await library.app('PUT', path, Buffer.from('probe'), bytes), 'taken', { refused: [400, 404] });
      },
    }),
    'file.newest': question({
      asks: 'Is the newest version of a file given by the id of the version?',
      calls: 'GET …/versions/{id}/content',
      touches: 'the file that was decided on',
      desk: 'refused',
      otherwise: { given: 'after a refusal the file itself is read, else what is given' },
      ask: async ({ library }) => {
        const file = `/items/${await newFile(library)}`;
        const versions = entriesIn(needed(await library.app('GET', `${file}/versions`), writeRole).body);
        const newest = versions[0] ? textIn(versions[0], 'id') : '';
        return answerOf(await library.app('GET', `${file}/versions/${encodeURIComponent(newest)}/content`), 'given', {
          refused: 400,
        });
      },
    }),
  },
});

async function newFile({ app }: ScratchLibrary): Promise<string> {
  const made = needed(await app('PUT', '/root:/probe.txt:/content', Buffer.from('probe'), bytes), writeRole);
  return textIn(made.body, 'id');
}

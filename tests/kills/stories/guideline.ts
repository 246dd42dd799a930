import { z } from 'zod';
import { procedureView } from '../../../api/procedures/contract.ts';
import { wordFile } from '../../support/word-file.ts';
import { acknowledge, allApprove, ciso, employee, type Story } from './story.ts';

const title = 'Billeder af borgere';
const draft = {
  kind: 'guideline',
  title,
  area: 'area-mobile',
  jobTitles: [],
  mustAcknowledge: true,
  reviewMonths: 12,
  summary: 'Ny retningslinje.',
  text: '',
};
const file = wordFile(title, 'Tag kun billeder med kommunens telefon.');

/** A guideline as a Word file: approved by the committee, stored in the library, acknowledged. */
export const guideline: Story = {
  name: 'a guideline is a Word file, approved and acknowledged',
  about: [title],
  // Sent again it is another version of the file in the library.
  toldAgain: ['told change ProcedureVersions file'],
  acts: async (stage) => {
    const writer = ciso(stage);
    const { key } = procedureView.parse(await stage.as(writer, 'POST', '/api/procedures', draft));
    await stage.upload(writer, `PUT /api/procedures/${key}/draft/file`, 'Billeder.docx', file);
    await stage.as(writer, 'POST', `/api/procedures/${key}/submit`);
    await allApprove(stage, 'securityCommittee', title);
    await stage.nextDay();
    const anne = stage.person(employee);
    if (!(await stage.press(anne, title, acknowledge)))
      await stage.as(anne, 'POST', `/api/procedures/${key}/acknowledge`);
    await stage.process();
  },
  wrong: async (stage) => {
    const path = `/api/procedures?q=${encodeURIComponent(title)}`;
    const found = z
      .object({ procedures: z.array(z.object({ key: z.string(), title: z.string() })) })
      .parse(await stage.as(ciso(stage), 'GET', path));
    const [own, ...others] = found.procedures.filter((one) => one.title === title);
    if (!own || others.length > 0) return [`there are ${others.length + 1} guidelines`];
    const view = procedureView.parse(await stage.as(ciso(stage), 'GET', `/api/procedures/${own.key}`));
    return [
      ...(view.current?.state === 'valid' ? [] : [`it is ${view.current?.state ?? view.coming?.state}`]),
      ...(view.current?.file?.name === 'Billeder.docx' ? [] : ['it has no file']),
      ...(view.audience.acknowledged === 1 ? [] : [`${view.audience.acknowledged} have acknowledged it`]),
    ];
  },
};

import { provision } from '../../api/sharepoint/index.ts';
import { connect, mayProvision, siteIdOf } from '../connect.ts';
import { allLibraries, allLists } from '../lists.ts';
import { CommandError, onlyOptions, type Command } from './command.ts';
import { openMicrosoft365 } from './microsoft365.ts';

/** Makes or extends the SharePoint lists; safe to run again. */
export const provisionLists: Command = {
  usage: 'provision',
  describe: 'makes the SharePoint lists, adds missing columns, reports what differs',
  talks: true,
  async run({ args, print, config: load }) {
    onlyOptions(args);
    const config = await load();
    if (!config.provisioning)
      throw new CommandError('Set PROVISIONING_APP_ID and its certificate: the app itself may not make lists.');
    const opened = await openMicrosoft365(config);
    try {
      const { graph } = connect(config, config.provisioning, opened);
      const siteId = await siteIdOf(config, graph, config.provisioning);
      const report = await mayProvision(config.provisioning, provision(graph, siteId, allLists, allLibraries));
      for (const list of report.created) print(`made     ${list}`);
      for (const column of report.extended) print(`added    ${column}`);
      for (const { list, column, problem, details } of report.drift)
        print(`DIFFERS  ${[list, column].filter(Boolean).join('.')}: ${problem}${details ? ` (${details})` : ''}`);
      print(
        report.ok ? 'All lists are as declared.' : 'Mend what differs by hand: nothing of it is changed by itself.',
      );
      return report.ok ? 0 : 1;
    } finally {
      await opened.close();
    }
  },
};

import type { Context } from '../../api/context.ts';
import { Cursors } from '../../api/deliveries/index.ts';
import { asAppError } from '../../api/kernel/index.ts';

/**
 * How far a follower has come, for continuing after a restart. A cursor deleted by hand is created again; one that is
 * set aside is named on the health page, and the follower continues without it. Both throw AppError unavailable.
 */
export interface Cursor {
  /** The stored position; at the first start `first` is stored. */
  read(first: () => number): Promise<number>;
  /** 2 resource units. */
  save(position: number): Promise<void>;
}

export function followerCursor(context: Context, { name, title }: { name: string; title: string }): Cursor {
  const cursors = context.list(Cursors);
  const create = async (position: number): Promise<number> => {
    try {
      const { record } = await cursors.create({ key: name, title, position }, 'background');
      return record.position;
    } catch (thrown) {
      if (asAppError(thrown).code !== 'sharepoint.itemSetAside') throw thrown;
      return position;
    }
  };
  return {
    read: async (first) => cursors.get(name)?.position ?? (await create(first())),
    async save(position) {
      try {
        await cursors.update(name, () => ({ position }), 'background');
      } catch (thrown) {
        if (asAppError(thrown).kind !== 'missing') throw thrown;
        await create(position);
      }
    },
  };
}

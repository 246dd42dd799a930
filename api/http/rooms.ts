import express, { type Router } from 'express';

/** The first part of an address below `/api`, case-insensitive as in express. */
const roomOf = (path: string): string => path.split('/', 3)[2]?.toLowerCase() ?? '';

/**
 * Routers by the first part of their address: express tests routes one by one, and of more than 400 only those of one
 * room are tested. Order within a room is preserved. Throws RangeError for an address that begins with a parameter.
 */
export function createRooms(): { door: Router; routerFor(path: string): Router } {
  const rooms = new Map<string, Router>();
  const door = express.Router();
  door.use((request, response, next) => {
    const room = rooms.get(roomOf(request.path));
    if (room) room(request, response, next);
    else next();
  });
  return {
    door,
    routerFor(path) {
      const name = roomOf(path);
      if (name.startsWith(':')) throw new RangeError(`${path} has no room`);
      const room = rooms.get(name) ?? express.Router();
      rooms.set(name, room);
      return room;
    },
  };
}

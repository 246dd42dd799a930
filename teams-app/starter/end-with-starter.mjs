/**
 * Loaded before the program by the starter: when the starter is gone in whatever way (also `kill -9`), the program goes
 * as abruptly, and leaves no port taken. How the program recovers from that is tested in tests/journeys.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
